package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deployment's one currency, wherever a body is about value (docs/api.md §1): nothing is moved in another. */
class CurrencyTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition =
            api.definition(",'is_extendable':true").data().path("id").asLong();
    private final long pointDefinition =
            api.pointDefinition("").data().path("id").asLong();
    private final long points = api.points(profile, "").data().path("id").asLong();
    private final long redemption = api.redemption(profile);
    private final long reward = api.reward(profile, definition, "").path("id").asLong();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | /rewards | 'profile_id':'P','timezone':'UTC','reward_definition_id':D",
                "POST | /profiles/P/rewards | 'timezone':'UTC','reward_definition_id':D",
                "PUT  | /rewards/R | 'value_remaining':3",
                "POST | /rewards/extend | 'profile_id':'P','ids':[R],'extend_days':2",
                "POST | /points | 'profile_id':'P','point_definition_id':1,'value_initial':5",
                "PUT  | /points/G | 'value_remaining':3",
                "POST | /profiles/P/redeem | 'amount':1",
                "POST | /redemptions/X/return | 'amount':1",
                "POST | /redemptions/X/reversal | 'meta':{}",
                "PUT  | /rewards/definitions/D | 'value':11",
                "POST | /points/definitions | 'name':'Summer','handle':'U'",
                "PUT  | /points/definitions/Q | 'notes':'n'",
                "POST | /rewards/definitions | 'name':'n','handle':'U','value':1,'period':1,'type':'other'",
            })
    void anotherCurrencyIsRefusedAndNothingChanges(String method, String path, String fields) {
        int entries = api.proof(profile).path("entries").asInt();

        assertThat(send(method, path, fields, "'USD'").errors()).containsExactly("currency");
        assertThat(send(method, path, fields, "36").errors()).containsExactly("currency");

        assertThat(api.proof(profile).path("entries").asInt()).isEqualTo(entries);
        assertThat(send(method, path, fields, "'aud'").status()).isIn(200, 201);
    }

    @Test
    void salesAreInIt() {
        String sale = api.sale(",'currency':'AUD'").data().path("id").asText();
        assertThat(api.sale(",'currency':'USD'").errors()).containsExactly("currency");
        assertThat(api.put("/transactions/" + sale, "{'currency':'USD'}").errors())
                .containsExactly("currency");
    }

    @Test
    void whatElseIsWrongIsNamedWithIt() {
        assertThat(api.put("/rewards/" + reward, "{'currency':'USD','value_remaining':-1}")
                        .errors())
                .containsExactlyInAnyOrder("currency", "value_remaining");
    }

    private Answer send(String method, String path, String fields, String currency) {
        String body = "{" + named(fields) + ",'currency':" + currency + "}";
        return method.equals("POST") ? api.post(named(path), body) : api.put(named(path), body);
    }

    private String named(String text) {
        return text.replace("'P'", "'" + profile + "'")
                .replace("/P/", "/" + profile + "/")
                .replace("/R", "/" + reward)
                .replace("[R]", "[" + reward + "]")
                .replace("/G", "/" + points)
                .replace("/X/", "/" + redemption + "/")
                .replace("/D", "/" + definition)
                .replace("/Q", "/" + pointDefinition)
                .replace(":D", ":" + definition)
                .replace("'U'", "'" + Api.unique() + "'");
    }
}
