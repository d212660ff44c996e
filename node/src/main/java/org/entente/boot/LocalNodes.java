package org.entente.boot;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.entente.cli.NodeHost;
import org.entente.kernel.EntenteException;
import org.entente.kernel.OfficerId;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Sets nodes up and runs them in this process.
final class LocalNodes implements NodeHost {
    @Override
    public void install(Installation installation) {
        new Installer(installation).install();
    }

    @Override
    public void renewToken(Path home, OfficerId operator) {
        try (HomeLock _ = HomeLock.take(home)) {
            Installer.renewToken(new NodeHome(home.toAbsolutePath().normalize()), NodeConfig.read(home), operator);
        }
    }

    @Override
    public void run(Path home) {
        try (HomeLock _ = HomeLock.take(home);
                ConfigurableApplicationContext context = start(home)) {
            CountDownLatch stopped = new CountDownLatch(1);
            context.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                    stopped.countDown();
                }
            });
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything is up when this returns: database migrated, logs open, both connectors listening.
    static ConfigurableApplicationContext start(Path home) {
        NodeConfig config = NodeConfig.read(home);
        SpringApplication application = new SpringApplication(NodeApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("nodeConfig", config);
            context.getBeanFactory()
                    .registerSingleton(
                            "nodeHome", new NodeHome(home.toAbsolutePath().normalize()));
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("node", properties(home, config)));
        });
        try {
            return application.run();
        } catch (RuntimeException failed) {
            // The container wraps what our own rooms threw; people are told that.
            throw told(failed);
        }
    }

    private static RuntimeException told(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof EntenteException ours) {
                return ours;
            }
            if (cause instanceof PortInUseException taken) {
                return new EntenteException(BootCode.BOOT_PORT_TAKEN, taken, Integer.toString(taken.getPort()));
            }
        }
        return failed;
    }

    private static Map<String, Object> properties(Path home, NodeConfig config) {
        return Map.ofEntries(
                Map.entry("server.address", config.console().address()),
                Map.entry("server.port", config.console().port()),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("springdoc.api-docs.path", "/v1/openapi.json"),
                Map.entry("logging.level.org.springdoc", "error"),
                // A start that failed is told by whoever asked for it, once.
                Map.entry("logging.level.org.springframework.boot.SpringApplication", "off"),
                Map.entry("logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off"),
                // It writes what a caller sent.
                Map.entry("logging.level.org.apache.tomcat.util.http.Parameters", "off"),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
                Map.entry("server.error.include-message", "never"),
                // Whoever sends a file that is refused before it was read hears why.
                Map.entry("server.tomcat.max-swallow-size", "512MB"),
                // Parts of a browser's form lie here until its call ends; a start deletes what a killed node left.
                Map.entry("spring.servlet.multipart.location", uploads(home)),
                Map.entry("spring.servlet.multipart.max-file-size", "2GB"),
                Map.entry("spring.servlet.multipart.max-request-size", "4GB"));
    }

    private static String uploads(Path home) {
        return new NodeHome(home.toAbsolutePath().normalize()).uploads().toString();
    }
}
