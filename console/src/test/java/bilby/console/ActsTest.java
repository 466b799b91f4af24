package bilby.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Each act: it asks once, says what has changed, and the page shows it. */
class ActsTest extends ConsoleTest {

    @Test
    void aRewardIsIssuedForLessThanItsDefinitionSays() {
        shop.definition("Thanks");
        String member = shop.member("Ada");
        console.member(member).begin("Issue reward");
        console.field("Reward").selectOption("Thanks, $10.00");
        console.fill("Value", "7.50");
        console.press("Continue");
        console.press("Issue $7.50");
        assertThat(console.dialog()).containsText("Thanks of $7.50 is issued.");
        assertThat(console.dialog().locator("tbody tr").first()).containsText("Rewards$0.00$7.50");
        console.press("Close");
        assertThat(console.card("Timeline")).containsText("Thanks issued");
        assertThat(shop.balance(member)).isEqualTo(7.5);
    }

    @Test
    void aRewardIsAdjusted() {
        String member = shop.member("Bea");
        shop.reward(member, shop.definition("Bonus"));
        console.member(member).begin("Adjust Bonus, $10.00");
        console.press("Continue");
        assertThat(console.dialog()).containsText("Nothing is changed yet.");
        console.fill("Value left", "3");
        console.press("Continue");
        assertThat(console.dialog()).containsText("Value left: $10.00 becomes $3.00.");
        console.press("Adjust");
        assertThat(console.dialog()).containsText("Bonus is adjusted.");
        console.press("Close");
        assertThat(console.rewardBalance()).hasText("$3.00");
    }

    @Test
    void aRewardIsExtendedOnce() {
        String member = shop.member("Cid");
        long reward = shop.reward(member, shop.definition("Bonus"));
        String before = shop.get("/rewards/" + reward).path("expires_local_at").asText();
        console.member(member).begin("Extend Bonus, $10.00");
        assertThat(console.field("Days longer")).hasValue("14");
        console.press("Continue");
        console.press("Extend by 14 days");
        assertThat(console.dialog()).containsText("Bonus now expires");
        console.press("Close");
        assertThat(console.card("Rewards")).containsText("Extended");
        assertThat(console.button("Extend Bonus, $10.00")).hasCount(0);
        assertThat(shop.get("/rewards/" + reward).path("expires_local_at").asText())
                .isGreaterThan(before);
    }

    @Test
    void aRewardIsRemoved() {
        String member = shop.member("Dee");
        shop.reward(member, shop.definition("Mistake"));
        console.member(member).begin("Remove Mistake, $10.00");
        assertThat(console.dialog()).containsText("The $10.00 that is left of it leaves the balance");
        console.press("Remove it");
        assertThat(console.dialog()).containsText("Mistake is removed.");
        console.press("Close");
        assertThat(console.card("Rewards")).containsText("No rewards to spend.");
    }

    @Test
    void whatIsRedeemedIsReturnedInPart() {
        String member = shop.member("Eve");
        shop.reward(member, shop.definition("Bonus"));
        shop.redemption(member, "8");
        console.member(member);
        console.beginIn("Redemptions", "Return");
        assertThat(console.field("Amount")).hasValue("8");
        console.fill("Amount", "3");
        console.press("Preview");
        assertThat(console.dialog()).containsText("This would be given back for $3.00:");
        console.press("Give back $3.00");
        assertThat(console.dialog()).containsText("$3.00 given back.");
        console.press("Close");
        assertThat(console.rewardBalance()).hasText("$5.00");
        assertThat(console.card("Redemptions")).containsText("$3.00 of it given back");
    }

    @Test
    void aRedemptionIsReversed() {
        String member = shop.member("Flo");
        shop.reward(member, shop.definition("Bonus"));
        shop.redemption(member, "8");
        console.member(member);
        console.beginIn("Redemptions", "Reverse");
        assertThat(console.dialog()).containsText("This comes back for $8.00:");
        console.press("Reverse $8.00");
        assertThat(console.dialog()).containsText("$8.00 reversed.");
        console.press("Close");
        assertThat(console.rewardBalance()).hasText("$10.00");
        assertThat(console.card("Redemptions")).containsText("Reversed");
    }

    @Test
    void aPreviewMovesNothing() {
        String member = shop.member("Gus");
        shop.reward(member, shop.definition("Bonus"));
        console.member(member).begin("Redeem");
        console.fill("Amount", "4");
        console.press("Preview");
        assertThat(console.dialog()).containsText("This would be spent for $4.00:");
        assertThat(console.dialog().locator("tbody tr").first()).containsText("Rewards$10.00$6.00");
        console.press("Back");
        console.press("Cancel");
        assertThat(shop.balance(member)).isEqualTo(10);
    }

    @Test
    void pointsAreIssuedAndAdjusted() {
        String member = shop.member("Hal");
        console.member(member).begin("Issue points");
        console.fill("Points", "50");
        console.fill("Why", "For the wait");
        console.press("Continue");
        console.press("Issue 50 points");
        console.press("Close");
        assertThat(console.card("Points")).containsText("For the wait");
        console.begin("Adjust 50 points");
        console.fill("Points left", "20");
        console.press("Continue");
        console.press("Adjust");
        console.press("Close");
        assertThat(console.page().locator("#balance-points")).containsText("20");
    }

    @Test
    void aMembersDetailsAreChanged() {
        String member = shop.member("Ivo");
        console.member(member).press("Edit details");
        console.fill("Last name", "Nilsson");
        console.fill("Birth day", "24");
        console.fill("Birth month", "12");
        console.press("Save");
        assertThat(console.heading()).hasText("Ivo Nilsson");
        assertThat(console.page().locator(".page-head")).containsText("Birthday on 24 December");
    }

    @Test
    void aDefinitionIsChangedAndDeleted() {
        long definition = shop.definition("Old name");
        console.go("definitions/" + definition);
        console.field("Name").first().fill("New name");
        console.press("Save changes");
        assertThat(console.page().getByRole(AriaRole.STATUS)).containsText("The changes are saved.");
        assertThat(shop.get("/rewards/definitions/" + definition).path("name").asText())
                .isEqualTo("New name");
        console.begin("Delete");
        console.press("Delete it");
        assertThat(console.heading()).hasText("Reward definitions");
        assertThat(console.page().getByText("New name", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void theLedgerIsProven() {
        String member = shop.member("Jim");
        shop.reward(member, shop.definition("Bonus"));
        console.member(member).press("Prove the ledger");
        assertThat(console.page().getByRole(AriaRole.STATUS))
                .containsText("Proven: the wallet is what its 1 entry say");
    }

    @Test
    void aSaleIsFoundByItsNumberAndAMemberByTheirAddress() {
        String member = shop.member("Kay");
        shop.post(
                "/transactions",
                "{'profile_id':'" + member + "','external_id':'R-77','total':10,'timezone':'Australia/Melbourne',"
                        + "'transacted_at':'2026-01-05 10:00:00',"
                        + "'items':[{'name':'Towel','quantity':1,'price_current':20,'price_sell':10}]}");
        console.page().getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).fill("R-77");
        console.page().getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).press("Enter");
        console.page().getByText("Sale R-77").click();
        assertThat(console.heading()).hasText("Sale R-77");
        String email = shop.get("/profiles/" + member).path("email").asText();
        console.page().getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).fill(email);
        console.page().getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).press("Enter");
        console.page().getByText("Kay Doe").click();
        assertThat(console.heading()).hasText("Kay Doe");
    }
}
