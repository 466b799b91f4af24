package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardListTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition = api.definition();
    private final String path = "/profiles/" + profile + "/rewards";

    @Test
    void theNewestIsFirstAndTotalsAreExact() {
        List<String> newestFirst = issued(7).reversed();
        Answer first = api.get(path + "?page[size]=3");
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 3));
        JsonNode meta = first.json().get("meta");
        assertThat(meta.get("total").asInt()).isEqualTo(7);
        assertThat(meta.get("last_page").asInt()).isEqualTo(3);
        assertThat(meta.get("from").asInt()).isEqualTo(1);
        assertThat(meta.get("to").asInt()).isEqualTo(3);
        assertThat(first.json().at("/links/prev").isNull()).isTrue();
        assertThat(first.json().at("/links/last").isTextual()).isTrue();
        Answer last = api.get(path + "?page[size]=3&page[number]=3");
        assertThat(ids(last)).isEqualTo(newestFirst.subList(6, 7));
        assertThat(last.json().at("/links/next").isNull()).isTrue();
        assertThat(followed(path + "?page[size]=2")).isEqualTo(newestFirst);
    }

    @Test
    void aPageBeyondTheLastIsEmpty() {
        issued(1);
        Answer answer = api.get(path + "?page[number]=99999999999");
        assertThat(answer.data()).isEmpty();
        assertThat(answer.json().at("/meta/total").asInt()).isEqualTo(1);
        assertThat(api.get(path + "?page[size]=99999999999")
                        .json()
                        .at("/meta/per_page")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void anEmptyListHasItsNumbersToo() {
        JsonNode json = api.get(path).json();
        assertThat(json.get("data")).isEmpty();
        for (String name : List.of("total", "from", "to", "last_page", "current_page", "per_page")) {
            assertThat(json.at("/meta/" + name).isNumber()).as(name).isTrue();
        }
        assertThat(json.at("/links/last").isTextual()).isTrue();
    }

    @Test
    void followingTheLinksLeadsOnceThroughTheWholeTable() {
        List<String> issued = issued(5);
        List<String> all = followed("/rewards?page[size]=2");
        assertThat(all).doesNotHaveDuplicates().containsAll(issued);
        assertThat(followed("/rewards?page[size]=2&filter[profile_id]=" + profile))
                .containsExactlyInAnyOrderElementsOf(issued);
    }

    @Test
    void aWholeTableCanBePagedByNumber() {
        issued(4);
        List<String> firstTwo = ids(api.get("/rewards?page[size]=4"));
        List<String> byNumber = new ArrayList<>(ids(api.get("/rewards?page[size]=2&page[number]=1")));
        byNumber.addAll(ids(api.get("/rewards?page[size]=2&page[number]=2")));
        assertThat(byNumber).isEqualTo(firstTwo);
    }

    @Test
    void aRowIsWhatIsAnsweredForItAlone() {
        issued(2);
        for (JsonNode row : api.get(path).data()) {
            assertThat(api.get("/rewards/" + row.get("id").asText()).data()).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter[value_initial]=2                             | 2",
                "filter[value_initial][gte]=2                        | 3 2",
                "filter[value_initial][ne]=2.00                      | 3 1",
                "filter[value_initial][in]=1,3                       | 3 1",
                "filter[value_remaining][lt]=2                       | 3 1",
                "filter[issued_at][gt]=2024-01-02                    | 3",
                "filter[issued_at]=2024-01-02+00:00:00               | 2",
                "filter[expires_at][lte]=2090-01-02                  | 2 1",
                "filter[timezone]=UTC                                | 3 2 1",
                "filter[timezone]=Europe/Paris                       |",
                "filter[external_id][nullable]=1                     | 3 2 1",
                "filter[source_type][nullable]=0                     |",
                "filter%5Bvalue_initial%5D%5Beq%5D=1&unknown=x       | 1",
                "sort=value_initial                                  | 1 2 3",
                "sort=-value_remaining                               | 2 1 3",
                "sort=expires_at&page[size]=2                        | 1 2",
                "sort=-issued_at                                     | 3 2 1"
            })
    void rowsAreFilteredAndSorted(String query, @Nullable String values) {
        for (int i = 1; i <= 3; i++) {
            api.reward(
                    profile,
                    definition,
                    ",'timezone':'UTC','value_initial':" + i + ",'value_remaining':" + (i == 3 ? 0 : i)
                            + ",'issued_at':'2024-01-0" + i + "','expires_at':'2090-01-0" + i + "'");
        }
        assertThat(api.get(path + "?" + query.strip())
                        .data()
                        .valueStream()
                        .map(row -> row.get("value_initial").asText()))
                .containsExactly(values == null ? new String[0] : values.split(" ", -1));
    }

    @Test
    void whatRemainsIsFilteredWithinAProfileOnly() {
        assertThat(api.get("/rewards?filter[value_remaining]=1").errors()).containsExactly("filter[value_remaining]");
        assertThat(api.get("/rewards?sort=id").errors()).containsExactly("sort");
    }

    private List<String> issued(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> api.reward(profile, definition, "").get("id").asText())
                .toList();
    }

    /** The ids of all pages, from link to link. */
    private List<String> followed(String from) {
        List<String> ids = new ArrayList<>();
        Answer page = api.get(from);
        ids.addAll(ids(page));
        while (!page.json().at("/links/next").isNull()) {
            URI next = URI.create(page.json().at("/links/next").asText());
            page = api.get(next.getRawPath().substring("/api/v3".length()) + "?" + next.getRawQuery());
            ids.addAll(ids(page));
        }
        return ids;
    }

    private static List<String> ids(Answer page) {
        return page.data().valueStream().map(row -> row.get("id").asText()).toList();
    }
}
