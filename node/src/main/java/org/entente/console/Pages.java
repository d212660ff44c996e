package org.entente.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// The compiled templates. A page is rendered whole before its first byte is sent: a failure never shows half a page.
final class Pages {
    private static final String TYPE = "text/html;charset=UTF-8";
    private static final String PACKAGE = "org.entente.console";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

    View show(String template, Frame frame, Object page) {
        return view(template, Map.of("frame", frame, "page", page));
    }

    View view(String template, Map<String, Object> parameters) {
        return new Page(engine, template + ".jte", parameters);
    }

    String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }

    private record Page(TemplateEngine engine, String template, Map<String, Object> parameters) implements View {
        @Override
        public String getContentType() {
            return TYPE;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            StringOutput output = new StringOutput();
            engine.render(template, parameters, output);
            byte[] bytes = output.toString().getBytes(StandardCharsets.UTF_8);
            response.setContentType(TYPE);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
