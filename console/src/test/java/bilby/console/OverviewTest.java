package bilby.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** The overview, over reports whose figures a test knows: the answers have the shape that docs/api.md gives them. */
class OverviewTest extends ConsoleTest {

    private static final String SUM =
            "'rewards':{'count':2,'value':30},'points':{'count':1,'points':50,'value':5},'value':35";
    private static final String NONE =
            "'rewards':{'count':0,'value':0},'points':{'count':0,'points':0,'value':0},'value':0";
    private static final String FLOWS = "'rewards':{'issued':{'count':3,'value':40},'redeemed':{'count':1,'value':4.1},"
            + "'expired':{'count':1,'value':6}},'points':{'issued':{'count':1,'points':50},"
            + "'redeemed':{'count':1,'points':2,'value':0.2},'expired':{'count':0,'points':0}}";

    @Test
    void itSaysWhatIsOutstandingAndWhatHasMoved() {
        String member = shop.member("Ona");
        answer(
                "liability",
                "'as_of':'2026-11-24','timezone':'Australia/Melbourne','currency':'AUD'," + SUM
                        + ",'months':[{'month':'2026-12'," + SUM + "}],'days':[],'later':{" + NONE + "},'never':{"
                        + NONE + "}");
        answer(
                "activity",
                "'from':'2026-10-26','to':'2026-11-24','timezone':'Australia/Melbourne','currency':'AUD',"
                        + "'total':{" + FLOWS + "},'days':[{'date':'2026-11-20'," + FLOWS + "}],"
                        + "'latest':[{'id':7,'profile_id':'" + member
                        + "','action':'redeem','dollar_value':-4.1,'point_value':-2,"
                        + "'created_at':'2026-11-20 01:00:00'}]");
        console.go("");
        console.page().reload();
        assertThat(console.heading()).hasText("Overview");
        assertThat(console.card("Outstanding")).containsText("$35.00");
        assertThat(console.card("Outstanding")).containsText("2 rewards of $30.00, and 50 points");
        assertThat(console.card("Outstanding")).containsText("$4.30");
        assertThat(console.card("Outstanding by expiry").locator("rect")).hasCount(1);
        assertThat(console.card("Issued per day")).containsText("$40.00 from 26 Oct 2026 to 24 Nov 2026.");
        assertThat(console.card("Redeemed per day").locator("rect title")).hasText("20 Nov 2026: $4.30");
        console.card("Latest movements").getByText("Redeemed").click();
        assertThat(console.heading()).hasText("Ona Doe");
    }

    private void answer(String report, String data) {
        String body = ("{'data':{" + data + "}}").replace('\'', '"');
        console.page()
                .route(
                        "**/reports/" + report,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(body)));
    }
}
