package bilby.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What goes wrong: nothing is done twice, nothing is done unseen, and the page says what is known. */
class MishapsTest extends ConsoleTest {

    private String memberWithTen(String name) {
        String member = shop.member(name);
        shop.reward(member, shop.definition("Bonus"));
        return member;
    }

    /** As far as the question. */
    private void askToRedeem(Console console, String member, String amount) {
        console.member(member).begin("Redeem");
        console.fill("Amount", amount);
        console.press("Preview");
        console.button("Redeem $" + amount + ".00").waitFor();
    }

    @Test
    void aDoubleClickRedeemsOnce() {
        String member = memberWithTen("Ann");
        List<String> keys = new CopyOnWriteArrayList<>();
        console.page().onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/redeem")) {
                keys.add(request.headerValue("idempotency-key"));
            }
        });
        askToRedeem(console, member, "4");
        console.button("Redeem $4.00").dblclick();
        assertThat(console.dialog()).containsText("$4.00 redeemed.");
        console.press("Close");
        assertThat(keys).hasSize(1).doesNotContainNull();
        assertThat(shop.redemptions(member)).isEqualTo(1);
    }

    @Test
    void thePageIsDrawnAnewUnderTheFocusWhichStays() {
        String member = memberWithTen("Abe");
        askToRedeem(console, member, "4");
        List<Route> held = new CopyOnWriteArrayList<>();
        console.page().route("**/balances", held::add);
        console.press("Redeem $4.00");
        assertThat(console.button("Close")).isFocused();
        console.page().keyboard().press("Escape");
        assertThat(console.page().locator("#redeem")).isFocused();
        console.page().unroute("**/balances");
        held.forEach(Route::resume);
        assertThat(console.rewardBalance()).hasText("$6.00");
        assertThat(console.page().locator("#redeem")).isFocused();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainByItselfWithTheSameKey() {
        String member = memberWithTen("Bob");
        List<String> keys = new CopyOnWriteArrayList<>();
        askToRedeem(console, member, "4");
        console.page().route("**/redeem", route -> loseAnswer(route, keys, 1));
        console.press("Redeem $4.00");
        assertThat(console.dialog()).containsText("$4.00 redeemed.");
        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        assertThat(shop.redemptions(member)).isEqualTo(1);
        console.press("Close");
        console.page().unroute("**/redeem");
    }

    @Test
    void whileNoAnswerComesItIsSaidAndFoundOutAfterAReload() {
        String member = memberWithTen("Cleo");
        List<String> keys = new CopyOnWriteArrayList<>();
        askToRedeem(console, member, "4");
        console.page().route("**/redeem", route -> loseAnswer(route, keys, 3));
        console.press("Redeem $4.00");
        assertThat(console.dialog()).containsText("it is not known whether this was done");
        console.page().unroute("**/redeem");
        console.page().reload();
        assertThat(console.page().locator(".open-acts")).containsText("redeem $4.00 for Cleo Doe");
        console.press("Find out");
        assertThat(console.page().locator(".toasts")).containsText("Done: redeem $4.00 for Cleo Doe.");
        assertThat(console.page().locator(".open-acts").getByRole(AriaRole.ALERT))
                .hasCount(0);
        assertThat(shop.redemptions(member)).isEqualTo(1);
        assertThat(shop.balance(member)).isEqualTo(6);
    }

    @Test
    void aSecondTryThatIsTurnedAwayTellsNothingOfTheFirst() {
        String member = memberWithTen("Cora");
        List<String> keys = new CopyOnWriteArrayList<>();
        askToRedeem(console, member, "4");
        console.page().route("**/redeem", route -> {
            if (keys.isEmpty()) {
                loseAnswer(route, keys, 1);
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(429).setBody("{\"message\":\"Too Many Requests\"}"));
            }
        });
        console.press("Redeem $4.00");
        assertThat(console.dialog()).containsText("it is not known whether this was done");
        console.press("Close");
        console.press("Find out");
        assertThat(console.page().locator(".toasts")).containsText("No answer came.");
        console.page().unroute("**/redeem");
        console.press("Find out");
        assertThat(console.page().locator(".toasts")).containsText("Done: redeem $4.00 for Cora Doe.");
        assertThat(shop.redemptions(member)).isEqualTo(1);
    }

    /** Lets the request through, and keeps its answer, so many times. */
    private static void loseAnswer(Route route, List<String> keys, int times) {
        keys.add(route.request().headerValue("idempotency-key"));
        if (keys.size() <= times) {
            route.fetch();
            route.abort();
        } else {
            route.resume();
        }
    }

    @Test
    void aPageThatIsStaleChangesNothing() {
        String member = shop.member("Dot");
        long reward = shop.reward(member, shop.definition("Bonus"));
        console.member(member).begin("Adjust Bonus, $10.00");
        console.fill("Value left", "9");
        console.press("Continue");
        shop.redemption(member, "6");
        console.press("Adjust");
        assertThat(console.dialog()).containsText("Somebody has changed this wallet since you opened it.");
        console.press("Show it as it is now");
        assertThat(console.rewardBalance()).hasText("$4.00");
        assertThat(shop.get("/rewards/" + reward).path("value_remaining").asInt())
                .isEqualTo(4);
    }

    @Test
    void ofTwoWhoRedeemAtOnceOneIsToldThatThereIsNotEnough() {
        String member = memberWithTen("Edi");
        Console other = open().signIn();
        askToRedeem(console, member, "8");
        askToRedeem(other, member, "8");
        console.press("Redeem $8.00");
        assertThat(console.dialog()).containsText("$8.00 redeemed.");
        other.press("Redeem $8.00");
        assertThat(other.dialog()).containsText("The amount may not be greater than 2.00, which is all there is.");
        assertThat(other.rewardBalance()).hasText("$2.00");
        assertThat(shop.redemptions(member)).isEqualTo(1);
        console.press("Close");
    }

    @Test
    void whatTheApiRefusesStandsBesideItsField() {
        console.go("definitions/new");
        console.fill("Name", "Wrong");
        console.fill("Handle", "not a handle");
        console.field("Value").first().fill("ten");
        console.fill("Period", "30");
        console.press("Create definition");
        assertThat(console.field("Handle")).hasAttribute("aria-invalid", "true");
        assertThat(console.field("Value").first()).hasAttribute("aria-invalid", "true");
        assertThat(console.field("Period")).not().hasAttribute("aria-invalid", "true");
        assertThat(console.page().getByText("The value must be a number.")).isVisible();
    }

    @Test
    void aTokenThatNobodyKnowsIsNotKept() {
        Page page = browsers.window();
        page.navigate(server.uri() + "/console/");
        page.getByLabel("API token").fill("nobody's");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Bilby does not know this token")).isVisible();
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aTokenThatIsRevokedEndsTheSession() {
        String member = memberWithTen("Fay");
        String secret = shop.token(List.of("*"));
        Console revoked = open().signIn(secret).member(member);
        server.clock().set(server.clock().instant().plus(Duration.ofDays(400)));
        revoked.press("Prove the ledger");
        assertThat(revoked.page().getByText("Your token is no longer valid.")).isVisible();
        assertThat(revoked.page().evaluate("() => sessionStorage.length")).isEqualTo(0);
        server.clock().set(server.clock().instant().minus(Duration.ofDays(400)));
    }

    @Test
    void aSessionThatEndsTakesItsDialogWithIt() {
        String member = memberWithTen("Flo");
        askToRedeem(console, member, "4");
        console.page()
                .route(
                        "**/redeem",
                        route -> route.fulfill(
                                new Route.FulfillOptions().setStatus(401).setBody("{}")));
        console.press("Redeem $4.00");
        assertThat(console.page().getByText("Your token is no longer valid.")).isVisible();
        assertThat(console.dialog()).hasCount(0);
        assertThat(console.field("API token")).isFocused();
        assertThat(shop.redemptions(member)).isZero();
    }

    @Test
    void aTokenBeginsWhereItMay() {
        Console settings = open().signIn(shop.token(List.of("read-settings")));
        assertThat(settings.heading()).hasText("Birthday rewards");
        assertThat(settings.page().locator("nav a[aria-current]")).hasText("Birthdays");
        Console nothing = open().signIn(shop.token(List.of("write-home")));
        assertThat(nothing.page().getByText("The token that you signed in with may not see this."))
                .isVisible();
    }

    @Test
    void aTokenSeesWhatItsScopesAllowAndNothingElse() {
        String member = memberWithTen("Gil");
        String secret = shop.token(List.of("read-profiles", "read-rewards", "redeem-strategy"));
        Console till = open().signIn(secret).member(member);
        assertThat(till.button("Redeem")).isVisible();
        assertThat(till.card("Rewards")).isVisible();
        for (String hidden : List.of("Timeline", "Redemptions", "Sales", "Points")) {
            assertThat(till.card(hidden)).hasCount(0);
        }
        for (String hidden : List.of("Issue reward", "Edit details", "Adjust Bonus, $10.00", "Remove Bonus, $10.00")) {
            assertThat(till.button(hidden)).hasCount(0);
        }
        assertThat(till.page().locator("nav a")).hasText(new String[] {"Members"});
    }

    @Test
    void markupIsShownAsItWasWrittenAndNeverRun() {
        String markup = "<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>";
        long definition = shop.definition(markup);
        shop.put("/rewards/definitions/" + definition, "{'long_description':'" + markup + "'}");
        String member = shop.member(markup);
        shop.reward(member, definition);
        console.member(member);
        assertThat(console.heading()).hasText(markup + " Doe");
        assertThat(console.card("Rewards").locator(".row-title").first()).hasText(markup);
        console.go("definitions/" + definition);
        assertThat(console.field("Long description")).hasValue(markup);
        assertThat(console.page().locator("main script, main img, main b")).hasCount(0);
    }

    @Test
    void longNamesAndLargeAmountsStayInTheirPlaces() {
        String name = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
        String member = shop.member(name);
        long definition = shop.definition(name);
        shop.put("/rewards/definitions/" + definition, "{'value':1000000}");
        shop.reward(member, definition);
        Console phone = new Console(browsers.window(360, 780, ColorScheme.LIGHT), server.uri()).signIn();
        phone.member(member);
        isNoWiderThanItsWindow(phone);
        assertThat(phone.card("Value by expiry").locator(".axis").filter(new Locator.FilterOptions().setHasText("$1M")))
                .hasCount(1);
        phone.begin("Redeem");
        phone.fill("Amount", "123456.78");
        phone.press("Preview");
        phone.button("Redeem $123,456.78").waitFor();
        assertThat(phone.dialog().evaluate("it => it.scrollWidth <= it.clientWidth"))
                .isEqualTo(true);
        phone.press("Back");
        phone.press("Cancel");
        for (String page : List.of("members?q=" + name, "definitions", "definitions/" + definition)) {
            phone.go(page);
            phone.page().locator("main .card").first().waitFor();
            isNoWiderThanItsWindow(phone);
        }
    }

    private static void isNoWiderThanItsWindow(Console phone) {
        assertThat(phone.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(phone.page().url())
                .isEqualTo(true);
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        console.go("nowhere");
        assertThat(console.page().getByText("There is nothing at this address."))
                .isVisible();
        for (String unknown : List.of("7c9e6679-7425-40de-944b-e07fc1f90ae7", "%E0%A4%A")) {
            console.go("members");
            console.page().locator("main .card").waitFor();
            console.go("members/" + unknown);
            assertThat(console.page().getByText("There is nothing at this address."))
                    .isVisible();
        }
    }

    @Test
    void whatCannotBeReadIsTriedAgain() {
        String member = memberWithTen("Hob");
        console.page().route("**/balances", Route::abort);
        console.go("members/" + member);
        assertThat(console.page().getByText("No answer came.")).isVisible();
        console.page().unroute("**/balances");
        console.press("Try again");
        assertThat(console.rewardBalance()).hasText("$10.00");
    }
}
