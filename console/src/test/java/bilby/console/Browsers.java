package bilby.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The system's Chromium, and windows of it that notice whatever the console does wrong. */
final class Browsers implements AutoCloseable {

    private final Playwright playwright = Playwright.create();
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Browsers() {
        Path chromium = Path.of(System.getProperty("bilby.chromium", "/usr/bin/chromium"));
        assertThat(Files.isExecutable(chromium))
                .as("the console's tests need a Chromium at %s; -Dchromium= names another", chromium)
                .isTrue();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        // In a container the browser's own sandbox cannot be had; it sees nothing but this test's
                        // pages.
                        .setArgs(List.of("--no-sandbox")));
    }

    /** A new window of its own session, as large as this. */
    Page window(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-AU")
                .setTimezoneId("Australia/Melbourne"));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // The browser tells of each answer that is not a success; which of them there may be is for the tests to
            // say.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    Page window() {
        return window(1_280, 900, ColorScheme.LIGHT);
    }

    /** Closes all windows, each with its session. */
    void closeWindows() {
        browser.contexts().forEach(BrowserContext::close);
    }

    /** What scripts threw, and what the Content-Security-Policy forbade. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
