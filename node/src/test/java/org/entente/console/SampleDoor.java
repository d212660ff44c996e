package org.entente.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.entente.kernel.Language;

/// Serves the sample pages on loopback under the console's own content-security policy:
/// `/<page>?<language>-<theme>`.
final class SampleDoor implements AutoCloseable {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SampleDoor.class.getClassLoader(), "org.entente.console");
    private final HttpServer server;

    SampleDoor(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String render(String name, Language language, Theme theme) {
        Words words = new Words(language);
        SamplePages.Sample sample = new SamplePages(words).all().get(name);
        if (sample == null) {
            throw new IllegalArgumentException(name);
        }
        Map<String, Object> parameters = new HashMap<>(sample.parameters());
        parameters.put("frame", SamplePages.frame(words, theme, sample));
        StringOutput output = new StringOutput();
        engine.render(sample.template() + ".jte", parameters, output);
        return output.toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        byte[] body;
        int status = 200;
        if (path.startsWith("/static/") || path.startsWith("/webjars/")) {
            String resource = path.startsWith("/static/") ? path : "/META-INF/resources" + path;
            try (InputStream stream = SampleDoor.class.getResourceAsStream(resource)) {
                body = stream == null ? new byte[0] : stream.readAllBytes();
                status = stream == null ? 404 : 200;
            }
            exchange.getResponseHeaders().set("Content-Type", typeOf(path));
            exchange.getResponseHeaders().set("Cache-Control", "private, max-age=3600");
        } else {
            String[] wishes = (query == null ? "EN-LIGHT" : query).split("-");
            String name = path.substring(1);
            if (new SamplePages(new Words(Language.EN)).all().containsKey(name)) {
                body = render(name, Language.valueOf(wishes[0]), Theme.valueOf(wishes[1]))
                        .getBytes(StandardCharsets.UTF_8);
            } else {
                // A browser stays where it was when a refusal has no body.
                body = "-".getBytes(StandardCharsets.UTF_8);
                status = 404;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> "application/octet-stream";
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
