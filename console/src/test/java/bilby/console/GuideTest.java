package bilby.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** The README's guide, done wholly in the console. */
class GuideTest extends ConsoleTest {

    @Test
    void theGuideIsDoneInTheConsole() {
        console.go("definitions/new");
        console.fill("Name", "Birthday Reward");
        console.fill("Handle", "birthday-reward");
        console.choose("Type", "birthday");
        console.field("Value").first().fill("10");
        console.fill("Period", "30");
        console.fill("Short description", "It's your birthday! $10 for you!");
        console.press("Create definition");
        assertThat(console.heading()).hasText("Reward definitions");
        assertThat(console.page().locator("td").first()).containsText("Birthday Reward");

        console.go("members/new");
        console.fill("First name", "Jane");
        console.fill("Last name", "Doe");
        console.fill("E-mail", "jane@example.com");
        console.press("Create member");
        assertThat(console.heading()).hasText("Jane Doe");
        assertThat(console.rewardBalance()).hasText("$0.00");

        console.begin("Issue reward");
        assertThat(console.field("Time zone")).hasValue("Australia/Melbourne");
        console.press("Continue");
        assertThat(console.dialog()).containsText("Issue Birthday Reward of $10.00 to Jane Doe?");
        console.press("Issue $10.00");
        assertThat(console.dialog()).containsText("Birthday Reward of $10.00 is issued.");
        console.press("Close");
        assertThat(console.rewardBalance()).hasText("$10.00");
        assertThat(console.card("Rewards")).containsText("Birthday Reward");

        console.begin("Redeem");
        console.fill("Amount", "4");
        console.press("Preview");
        assertThat(console.dialog()).containsText("This would be spent for $4.00:");
        assertThat(console.dialog()).containsText("Birthday Reward");
        console.press("Redeem $4.00");
        assertThat(console.dialog()).containsText("$4.00 redeemed.");
        console.press("Close");
        assertThat(console.rewardBalance()).hasText("$6.00");

        console.begin("Record a sale");
        console.fill("Number", "T-1001");
        console.fill("Total", "10");
        console.field("Paid by").selectOption(new SelectOption().setIndex(1));
        console.field("Name").first().fill("Towel");
        console.field("Price").first().fill("14");
        console.field("Sold for").first().fill("10");
        console.press("Continue");
        console.press("Record it");
        assertThat(console.dialog()).containsText("Sale T-1001 is recorded.");
        console.dialog().getByText("See the sale").click();

        assertThat(console.heading()).hasText("Sale T-1001");
        assertThat(console.card("Paid by rewards")).containsText("$4.00 redeemed of a total of $10.00");
        assertThat(console.card("Items")).containsText("Towel");
        assertThat(shop.get("/transactions/external/T-1001")
                        .at("/redemption/total")
                        .asInt())
                .isEqualTo(4);
    }
}
