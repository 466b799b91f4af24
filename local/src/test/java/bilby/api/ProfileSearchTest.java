package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Docs/api.md §8: {@code GET /profiles?search=}. */
class ProfileSearchTest {

    private final Api api = Api.shared();
    private final String name = Api.unique();

    @Test
    void somebodyIsFoundByTheBeginningOfTheLastNameOrOfBothNames() {
        JsonNode jane = person("Zoë " + name, "O'Straße" + name);
        String id = jane.get("id").asText();
        for (String text : List.of(
                "o'strasse" + name,
                "O'STRASSE" + name.substring(0, 9).toUpperCase(Locale.ROOT),
                "zoe " + name,
                "  ZOË  " + name + " O'S",
                "Zoë " + name + " o'strasse" + name)) {
            assertThat(found(text)).as(text).containsExactly(id);
        }
        assertThat(found(name + " o's")).isEmpty();
        assertThat(found("zoe " + name + " x")).isEmpty();
        assertThat(api.get("/profiles?search=" + encoded("zoe " + name)).data()).containsExactly(jane);
    }

    @Test
    void anEmailAPhoneOrAnIdentityIsFoundExactlyAndGoesBeforeNames() {
        String id = api.post(
                        "/profiles",
                        "{'email':'%1$s@example.com','mobile_phone':'+6%1$s','identities':[{'handle':'c','identifier':'%1$s'}]}"
                                .formatted(name))
                .data()
                .get("id")
                .asText();
        person("A", name);
        assertThat(found(name.toUpperCase(Locale.ROOT) + "@EXAMPLE.com")).containsExactly(id);
        assertThat(found("+6" + name)).containsExactly(id);
        assertThat(found(name)).containsExactly(id);
        assertThat(found(name + "@example")).isEmpty();
    }

    @Test
    void aChangeOfNameIsFoundAndTheOldNameIsNot() {
        JsonNode profile = person("A", name);
        String path = "/profiles/" + profile.get("id").asText();
        api.put(path, "{'last_name':'B" + name + "'}");
        assertThat(found(name)).isEmpty();
        assertThat(found("b" + name)).hasSize(1);
        api.put(path, "{'last_name':null}");
        assertThat(found("b" + name)).isEmpty();
        api.put(path, "{'last_name':'" + name + "'}");
        api.delete(path);
        assertThat(found(name)).isEmpty();
    }

    @Test
    void whatIsFoundComesInPagesAndCanBeFiltered() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> person("A", name + i).get("id").asText())
                .toList();
        assertThat(found(name)).isEqualTo(ids);
        JsonNode second = api.get("/profiles?search=" + name + "&page[size]=2&page[number]=2")
                .json();
        assertThat(second.at("/data/0/id").asText()).isEqualTo(ids.get(2));
        assertThat(second.at("/meta/total").asInt()).isEqualTo(5);
        assertThat(second.at("/links/next").asText()).contains("search=" + name);
        assertThat(api.get("/profiles?search=" + name + "&filter[last_name]=" + name + "3")
                        .data())
                .hasSize(1);
    }

    @Test
    void ofMoreThanTwoHundredTheFirstByNameAreFound() {
        Together.call(201, i -> api.post("/profiles", "{'first_name':'A','last_name':'%s%03d'}".formatted(name, i)));
        assertThat(api.get("/profiles?search=" + name + "&page[size]=1")
                        .json()
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(200);
        assertThat(found(name + "200")).hasSize(1);
    }

    @Test
    void oddTextsFindNobodyAndNothingAsksForAll() {
        assertThat(found("x".repeat(3_000))).isEmpty();
        assertThat(found("\u0301")).isEmpty();
        assertThat(found("%_*" + name)).isEmpty();
        person("A", name);
        assertThat(api.get("/profiles?search=").data()).isNotEmpty();
    }

    private List<String> found(String text) {
        return api.get("/profiles?search=" + encoded(text))
                .data()
                .valueStream()
                .map(profile -> profile.get("id").asText())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode person(String first, String last) {
        return api.post(
                        "/profiles",
                        "{\"first_name\":\"" + first + "\",\"last_name\":\"" + last.replace("'", "\\u0027") + "\"}")
                .data();
    }
}
