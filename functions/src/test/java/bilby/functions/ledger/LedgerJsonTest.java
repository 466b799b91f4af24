package bilby.functions.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Json;
import bilby.wallet.Entry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerJsonTest {

    private static final String PROFILE = "5f0c3a52-6f0f-4f6c-9d4e-0d2a8f1b7c11";

    @Test
    void anEntryShowsWhatMovedAndItsOwnText() {
        Entry entry = entry("redeem", "redemption 9", "R17 -500 0", "P18 -5001 99 =500", "P19 -99 1 =10");

        ObjectNode json = LedgerJson.of(entry, Optional.empty(), Json.object().put("id", 9));

        assertThat(Json.text(json))
                .isEqualTo(("{'id':3,'action':'redeem','type':'redemption','type_attributes':{'id':9},"
                                + "'description':'Redeemed','profile':{'id':'" + PROFILE + "','email':null},"
                                + "'dollar_value':-5,'dollar_balance':12.5,'point_value':-51,'point_balance':70.01,"
                                + "'point_dollar_value':-5.1,'expires_at':null,"
                                + "'items':[{'id':17,'type':'reward','value':-5,'count':1,'remaining':0},"
                                + "{'id':18,'type':'point','value':-5,'count':-50.01,'remaining':0.99},"
                                + "{'id':19,'type':'point','value':-0.1,'count':-0.99,'remaining':0.01}],"
                                + "'hash':'" + entry.hash() + "','previous_hash':'" + "0".repeat(64) + "',"
                                + "'entry':'" + entry.text().replace("\n", "\\n") + "',"
                                + "'created_at':'2023-11-14 22:13:20'}")
                        .replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P1 +5019 5019 @1700000000..                       | 5.01",
                "P1 -5019 0                                        | -5.01",
                "P1 -5019 0 =700                                   | -7",
                "P1 +5019 5019 =700                                | 7",
                "P1 -5015 0 =500;P2 +3 3;P3 +6 6                   | -5",
                "P1 -5015 0 =500;P2 -3 0;P3 -7 0                   | -5.01",
                "R1 -5019 0                                        | 0"
            })
    void pointsAreWorthWhatTheirLinesSayElseTheirRateRoundedTowardsZero(String lines, String dollars) {
        ObjectNode json = json(entry("adjust", "point 1", lines.split(";", -1)));

        assertThat(json.get("point_dollar_value").asText()).isEqualTo(dollars);
    }

    @Test
    void pointsOfWhichNoDollarsAreToldHaveNoValueOfTheirOwn() {
        ObjectNode json = json(entry("issue", "point 1", "P1 +100 100 @1700000000.."));

        assertThat(json.at("/items/0/value").isNull()).isTrue();
        assertThat(json.at("/items/0/count").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R1 +100 100 @1700000000..1702591999                                        | 2023-12-14 22:13:19",
                "R1 +100 100 @1700000000..                                                  | null",
                "R1 -100 0                                                                  | null",
                "R1 +1 1 @1700000000..1702591999;R2 -100 0                                  | 2023-12-14 22:13:19",
                "R1 +1 1 @1700000000..1702591999;R2 +1 1 @1700000000..1702591999            | null"
            })
    void theExpiryIsThatOfTheOneSpanThatWasSet(String lines, String expiresAt) {
        assertThat(json(entry("adjust", "reward 1", lines.split(";", -1)))
                        .get("expires_at")
                        .asText())
                .isEqualTo(expiresAt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issue    | reward 1     | R1 +1 1 @1.. | reward     | Reward issued",
                "issue    | point 1      | P1 +1 1 @1.. | point      | Points issued",
                "adjust   | reward 1     | R1 +1 1 @1.. | reward     | Reward adjusted",
                "adjust   | point 1      | P1 +1 1 @1.. | point      | Points adjusted",
                "adjust   | redemption 1 |              | redemption | Redemption linked to a transaction or freed",
                "extend   | reward 1     | R1 0 1 @1..2 | reward     | Reward extended",
                "redeem   | redemption 1 | P1 -1 0 =0   | redemption | Redeemed",
                "return   | redemption 1 | R1 +1 1      | redemption | Return",
                "reversal | redemption 1 | R1 +1 1      | redemption | Reversal",
                "expire   | wallet 0     | R1 -1 0      | reward     | Rewards expired",
                "expire   | wallet 0     | P1 -1 0      | point      | Points expired",
                "delete   | reward 1     | R1 0 0       | reward     | Reward deleted",
                "delete   | point 1      | P1 -1 0      | point      | Points deleted",
                "delete   | wallet 0     |              | reward     | Wallet closed",
                "delete   | wallet 0     | R1 -1 0;P2 -1 0 | reward  | Wallet closed",
                "delete   | wallet 0     | P1 -1 0;P2 -1 0 | point   | Wallet closed"
            })
    void aPersonCanReadWhatItWas(
            String action, String subject, @Nullable String lines, String type, String description) {
        ObjectNode json = json(entry(action, subject, lines == null ? new String[0] : lines.split(";", -1)));

        assertThat(json.get("type").asText()).isEqualTo(type);
        assertThat(json.get("description").asText()).isEqualTo(description);
    }

    /** The third entry of a wallet, where a point is worth ten cents. */
    private static Entry entry(String action, String subject, String... lines) {
        return Entry.parse(
                "profile " + PROFILE + "\nversion 3\nat 1700000000\naction " + action + "\nsubject " + subject
                        + "\ncommit c0ffee\nrewards 1250\npoints 7001\nrate 0.1\nprevious " + "0".repeat(64) + "\n"
                        + Stream.of(lines).map(line -> "line " + line + "\n").collect(Collectors.joining()));
    }

    private static ObjectNode json(Entry entry) {
        return LedgerJson.of(entry, Optional.empty(), Json.object());
    }
}
