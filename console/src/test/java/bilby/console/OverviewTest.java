package bilby.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The overview of a shop in whose month all flows are: its sums are the API's, and the API's are what was done. */
class OverviewTest extends ConsoleTest {

    private String ona = "";
    private String pia = "";

    @BeforeAll
    void aMonthGoesBy() {
        server.clock().set(Instant.parse("2026-11-02T01:00:00Z"));
        ona = shop.member("Ona");
        pia = shop.member("Pia");
        long definition = shop.definition("Bonus");
        reward(ona, definition, "10", "2026-11-10");
        reward(ona, definition, "10", "2026-12-20");
        reward(pia, definition, "10", "2027-03-31");
        reward(pia, definition, "7.5", "2029-01-31");

        server.clock().set(Instant.parse("2026-11-05T01:00:00Z"));
        shop.redemption(ona, "4");
        shop.post("/points", "{'profile_id':'" + pia + "','point_definition_id':1,'value_initial':50}");
        shop.post("/profiles/" + pia + "/redeem", "{'amount':2,'strategies':['points']}");

        server.clock().set(Instant.parse("2026-11-23T01:00:00Z"));
        shop.reward(pia, definition);
        server.clock().set(Instant.parse("2026-11-23T02:00:00Z"));
        shop.redemption(ona, "1.5");

        server.clock().set(Instant.parse("2026-11-24T01:00:00Z"));
        shop.settle();
    }

    private void reward(String member, long definition, String value, String lastDay) {
        shop.post(
                "/rewards",
                ("{'profile_id':'%s','reward_definition_id':%d,'timezone':'Australia/Melbourne',"
                                + "'value_initial':'%s','expires_at':'%s 23:59:59'}")
                        .formatted(member, definition, value, lastDay));
    }

    @BeforeEach
    void openIt() {
        console.page().clock().setFixedTime("2026-11-24T01:00:00Z");
        console.go("");
        assertThat(console.heading()).hasText("Overview");
    }

    @Test
    void itSaysWhatIsOutstandingAndWhatHasMoved() {
        Locator figures = console.card("Outstanding").locator(".hero");
        assertThat(figures).hasText(new String[] {"$39.00", "$47.50", "$7.50", "$6.00"});
        assertThat(console.card("Outstanding")).containsText("4 rewards of $36.00, and 30 points");
    }

    @Test
    void whatIsOutstandingIsToldByTheMonthOfItsExpiry() {
        Locator card = console.card("Outstanding by expiry");
        assertThat(card.locator("rect title")).hasText(new String[] {"December 2026: $18.50", "March 2027: $10.00"});
        assertThat(card).containsText("$28.50 expires in the months shown; $10.50 later than that, or never.");
        JsonNode liability = shop.get("/reports/liability");
        assertThat(amount(liability, "/value")).isEqualByComparingTo("39");
        assertThat(drawn(card)).isEqualByComparingTo(amount(liability, "/value").subtract(new BigDecimal("10.50")));
    }

    @Test
    void whatHasMovedIsToldByTheDay() {
        assertThat(days("Issued per day")).hasText(new String[] {"2 Nov 2026: $37.50", "23 Nov 2026: $10.00"});
        assertThat(days("Redeemed per day")).hasText(new String[] {"5 Nov 2026: $6.00", "23 Nov 2026: $1.50"});
        assertThat(days("Expired per day")).hasText(new String[] {"10 Nov 2026: $6.00"});
        JsonNode total = shop.get("/reports/activity").path("total");
        assertThat(drawn(console.card("Issued per day"))).isEqualByComparingTo(amount(total, "/rewards/issued/value"));
        assertThat(drawn(console.card("Redeemed per day")))
                .isEqualByComparingTo(
                        amount(total, "/rewards/redeemed/value").add(amount(total, "/points/redeemed/value")));
        assertThat(drawn(console.card("Expired per day")))
                .isEqualByComparingTo(amount(total, "/rewards/expired/value"));
    }

    private Locator days(String card) {
        return console.card(card).locator("rect title");
    }

    @Test
    void theLatestMovementsLeadToTheirMembers() {
        Locator rows = console.card("Latest movements").locator(".row");
        assertThat(rows.locator(".row-title")).hasText(new String[] {"Redeemed", "Issued"});
        assertThat(rows.locator(".amount")).hasText(new String[] {"-$1.50", "+$10.00"});
        List<String> members = shop.get("/reports/activity")
                .path("latest")
                .valueStream()
                .map(movement -> movement.path("profile_id").asText())
                .toList();
        assertThat(members).containsExactly(ona, pia);
        assertThat(rows.getByRole(AriaRole.LINK)).hasText(new String[] {"Ona Doe", "Pia Doe"});
        rows.first().getByRole(AriaRole.LINK).click();
        assertThat(console.heading()).hasText("Ona Doe");
    }

    /** What a picture's table adds up to, which says in words what is drawn. */
    private static BigDecimal drawn(Locator card) {
        return card.locator("td.number").allTextContents().stream()
                .map(text -> new BigDecimal(text.replace("$", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode json, String pointer) {
        return json.at(pointer).decimalValue();
    }
}
