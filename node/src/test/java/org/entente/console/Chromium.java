package org.entente.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's own chromium. Tests that look at pages are skipped where there is none, and fail under CI.
public final class Chromium implements AutoCloseable {
    /// What the driver switches off by itself, since the last list counts, and a page of the browser's own that every
    /// window loads for its address bar: 0.3 s of a processor for something that nobody sees.
    private static final String FEATURES_OFF =
            "AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,"
                    + "DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,"
                    + "HttpsUpgrades,LensOverlay,MediaRouter,"
                    + "PaintHolding,ThirdPartyStoragePartitioning,"
                    + "BlockOriginHeaderModificationOnRedirect,Translate,AutoDeElevate,"
                    + "OptimizationHints,WebUIOmniboxPopup";

    private static final List<String> FLAGS = List.of(
            "--disable-features=" + FEATURES_OFF,
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    public static Chromium start() {
        Path executable = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("chromium"));
        boolean present = Files.isExecutable(executable);
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI has a chromium");
        }
        assumeTrue(present, "no chromium on this machine");
        return new Chromium(executable);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
