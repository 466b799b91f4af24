package bilby.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.demo.Demo;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The main pages over the demo's shop, at a present that stands still: everybody can use them, on any window, and they are
 * pictured in {@code target/pictures}, from where docs/pictures has what the README shows.
 */
class PagesTest extends ConsoleTest {

    private static final String NOW = "2026-11-24T00:30:00Z";
    private static final Path PICTURES = Path.of("target/pictures");
    private static final int FIRST_VIEW = 200 << 10;

    /** Windows from a phone's to a desk's. */
    enum Window {
        PHONE(360, 780, ColorScheme.LIGHT),
        PHONE_AT_NIGHT(360, 780, ColorScheme.DARK),
        TABLET(820, 1_100, ColorScheme.LIGHT),
        DESK(1_600, 1_000, ColorScheme.LIGHT),
        DESK_AT_NIGHT(1_600, 1_000, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Window(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    private String member = "";
    private String sale = "";

    @BeforeAll
    void fill() {
        server.clock().set(Instant.parse(NOW));
        assertThat(Demo.fill(server.uri(), "local", server.clock())).isTrue();
        server.clock().set(Instant.parse(NOW));
        member = shop.richest();
        sale = shop.paidSale(member).orElseThrow();
    }

    private Console open(Window window) {
        Page page = browsers.window(window.width, window.height, window.scheme);
        page.clock().setFixedTime(NOW);
        return new Console(page, server.uri());
    }

    /** Each main page: its name, its address, and what is there once it has been read. */
    private record View(String name, String address, String sign) {}

    private List<View> views() {
        return List.of(
                new View("overview", "overview", "main svg"),
                new View("members", "members", "main .row"),
                new View("new-member", "members/new", "main form input"),
                new View("member", "members/" + member, "main svg .line"),
                new View("sale", "sales/" + sale, "main table"),
                new View("definitions", "definitions", "main table"),
                new View("definition", "definitions/1", "main form input"),
                new View("birthdays", "birthdays", "main table"),
                new View("birthday-run", "birthdays/2026-11-23", "main .figure"));
    }

    @ParameterizedTest
    @EnumSource
    void axeFindsNothingAndNothingStandsOut(Window window) {
        Console console = open(window);
        console.page().navigate(server.uri() + "/console/");
        check(console, "sign-in");
        console.signIn();
        for (View view : views()) {
            console.go(view.address());
            console.page().locator(view.sign()).first().waitFor();
            check(console, view.name());
            picture(console, window, view.name());
        }
        console.member(member).begin("Redeem");
        console.fill("Amount", "40");
        console.press("Preview");
        console.button("Redeem $40.00").waitFor();
        check(console, "redeem");
        picture(console, window, "redeem");
    }

    private static void check(Console console, String page) {
        List<Rule> violations = new AxeBuilder(console.page()).analyze().getViolations();
        assertThat(violations)
                .as(page)
                .allSatisfy(rule -> assertThat(rule.getImpact())
                        .as("%s: %s %s", page, rule.getId(), rule.getNodes())
                        .isIn("minor"));
        assertThat(console.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(page + " is no wider than its window")
                .isEqualTo(true);
    }

    private static void picture(Console console, Window window, String name) {
        Path file = PICTURES.resolve(
                name + "-" + window.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png");
        console.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Test
    void theFirstViewIsSmall() {
        Page page = browsers.window();
        AtomicInteger bytes = new AtomicInteger();
        page.onResponse(response -> bytes.addAndGet(zipped(response.body())));
        new Console(page, server.uri()).signIn();
        assertThat(page.locator("main .row").first()).isVisible();
        assertThat(bytes.get()).isBetween(1, FIRST_VIEW);
    }

    @Test
    void allMembersAreThereByAndBy() {
        Console console = open(Window.DESK).signIn();
        console.go("members");
        assertThat(console.page().getByText("240 members")).isVisible();
        assertThat(console.page().locator("main .row")).hasCount(25);
        console.press("Show more");
        assertThat(console.page().locator("main .row")).hasCount(50);
    }

    @Test
    void birthdayRunsHaveIssuedRewards() {
        Console console = open(Window.DESK).signIn();
        console.go("birthdays");
        Locator runs = console.page().locator("main tbody tr");
        for (String day : List.of("24 Nov 2026", "23 Nov 2026", "22 Nov 2026")) {
            Locator run = runs.filter(new Locator.FilterOptions().setHasText(day));
            assertThat(run).containsText("Ended");
            assertThat(run.locator("td").nth(1)).hasText(Pattern.compile("[1-9]\\d*"));
        }
    }

    private static int zipped(byte[] body) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zip)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.size();
    }

    @Test
    void aRedemptionIsMadeByTheKeyboardAlone() {
        Console console = open(Window.DESK).signIn().member(member);
        Page page = console.page();
        page.locator("#redeem").focus();
        page.keyboard().press("Enter");
        assertThat(console.field("Amount")).isFocused();
        page.keyboard().type("1");
        page.keyboard().press("Enter");
        assertThat(console.button("Redeem $1.00")).isFocused();
        page.keyboard().press("Enter");
        assertThat(console.button("Close")).isFocused();
        page.keyboard().press("Escape");
        assertThat(console.dialog()).hasCount(0);
        assertThat(page.locator("#redeem")).isFocused();
    }

    @Test
    void theFirstStepOfTheKeyboardLeadsToTheContent() {
        Page page = open(Window.DESK).signIn().page();
        page.reload();
        page.locator("main .row").first().waitFor();
        page.evaluate("() => document.activeElement.blur()");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    /** A text stands in texts.js and nowhere else: no page holds a sentence of its own. */
    @Test
    void allTextsAreInOnePlace() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("site/src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".js")).filter(file -> !file.endsWith("texts.js")))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file -> assertThat(Files.readString(file)
                                    .lines()
                                    .map(String::strip)
                                    .filter(line -> !line.startsWith("*") && !line.startsWith("/")))
                            .as(file.toString())
                            .noneMatch(line -> line.matches(".*'[A-Z][a-z]+ [a-z].*")));
        }
    }
}
