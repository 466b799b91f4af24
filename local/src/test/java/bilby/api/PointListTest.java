package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointListTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final String path = "/profiles/" + profile + "/points";

    @Test
    void theNewestIsFirstAndTotalsAreExact() {
        api.reward(profile, api.definition(), "");
        List<String> newestFirst = IntStream.range(0, 3)
                .mapToObj(i -> api.points(profile, "").data().get("id").asText())
                .toList()
                .reversed();
        JsonNode page = api.get(path + "?page[size]=2").json();
        assertThat(ids(page.get("data"))).isEqualTo(newestFirst.subList(0, 2));
        assertThat(page.at("/meta/total").asInt()).isEqualTo(3);
        assertThat(ids(api.get(path + "?page[size]=2&page[number]=2").data())).isEqualTo(newestFirst.subList(2, 3));
        assertThat(api.get("/profiles/" + profile + "/rewards").data()).hasSize(1);
    }

    @Test
    void spentPointsAreListedToo() {
        api.points(profile, "");
        api.post("/profiles/" + profile + "/redeem", "{'amount':10}");
        JsonNode rows = api.get(path).data();
        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/status").asText()).isEqualTo("spent");
        assertThat(rows.at("/0/value_remaining").asInt()).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter[value_initial]=2               | 2",
                "filter[value_initial][gte]=2          | 3 2",
                "filter[value_remaining]=0             | 3",
                "filter[value_remaining][lt]=2         | 3 1",
                "filter[issued_at][gt]=2024-01-02      | 3",
                "filter[accrued_at]=2023-01-02         | 2",
                "filter[expires_at][lte]=2090-01-02    | 2 1",
                "filter[source_id][nullable]=1         | 3 2 1",
                "filter[source_type]=return            |",
                "sort=value_initial                    | 1 2 3",
                "sort=-value_remaining                 | 2 1 3",
                "sort=expires_at&page[size]=2          | 1 2"
            })
    void rowsAreFilteredAndSorted(String query, @Nullable String values) {
        for (int i = 1; i <= 3; i++) {
            api.points(
                    profile,
                    ",'value_initial':" + i + ",'value_remaining':" + (i == 3 ? 0 : i) + ",'issued_at':'2024-01-0" + i
                            + "','accrued_at':'2023-01-0" + i + "','expires_at':'2090-01-0" + i + "'");
        }
        assertThat(api.get(path + "?" + query.strip())
                        .data()
                        .valueStream()
                        .map(row -> row.get("value_initial").asText()))
                .containsExactly(values == null ? new String[0] : values.split(" ", -1));
    }

    @Test
    void allPointsAreListedWhosesoeverTheyAre() {
        JsonNode points = api.points(profile, "").data();
        JsonNode others = api.points(api.profile(), "").data();
        assertThat(api.get("/points?page[size]=100&filter[profile_id][in]=" + profile + ","
                                + others.get("profile_id").asText())
                        .data())
                .containsExactlyInAnyOrder(points, others);
    }

    @Test
    void whatRemainsIsFilteredWithinAProfileOnly() {
        assertThat(api.get("/points?filter[value_remaining]=1").errors()).containsExactly("filter[value_remaining]");
        assertThat(api.get("/points?sort=value_remaining").errors()).containsExactly("sort");
        assertThat(api.get(path + "?filter[status]=active").errors()).containsExactly("filter[status]");
        assertThat(api.get("/profiles/" + "0".repeat(36) + "/points").status()).isEqualTo(404);
    }

    private static List<String> ids(JsonNode rows) {
        return rows.valueStream().map(row -> row.get("id").asText()).toList();
    }
}
