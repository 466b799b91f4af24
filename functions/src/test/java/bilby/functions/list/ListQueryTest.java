package bilby.functions.list;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Answer;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.number("value"),
            Column.time("at"),
            Column.flag("open"),
            Column.text("tags.handle").at("/tags"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter[name]=b                 | 2",
                "filter[name][ne]=b             | 1 3 4",
                "filter[name][in]=a,c           | 1 3",
                "filter[name][nullable]=1       | 4",
                "filter[name][nullable]=0       | 1 2 3",
                "filter[value]=10               | 1",
                "filter[value][gt]=9.5          | 1 3",
                "filter[value][gte]=10&filter[value][lt]=100 | 1",
                "filter[value][lte]=9.5         | 2 4",
                "filter[at][gt]=2024-01-01      | 2 3",
                "filter[at]=2024-01-01T11:00:00%2B11:00 | 1",
                "filter[open]=1                 | 1 2",
                "filter[tags.handle]=vip        | 1 3",
                "sort=value                     | 4 2 1 3",
                "sort=-value                    | 3 1 2 4",
                "sort=name                      | 1 2 3 4",
                "sort=-name                     | 3 2 1 4",
                "page[size]=2                   | 1 2",
                "page[size]=2&page[number]=2    | 3 4",
                "page[size]=1000                | 1 2 3 4",
                "page[size]=99999999999         | 1 2 3 4",
                "page[number]=99999999999       | ''",
                "unknown=1                      | 1 2 3 4"
            })
    void rowsAreFilteredSortedAndPaged(String query, String ids) {
        assertThat(ids(list(query))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter[colour]=red",
                "filter[name][like]=a",
                "filter[value]=ten",
                "filter[at]=yesterday",
                "filter[open]=perhaps",
                "filter=a",
                "filter[name",
                "sort=colour",
                "page[size]=0",
                "page[number]=-1",
                "page[cursor]=zzz",
                "page[cursor]=YWZ0ZXIgeHg"
            })
    void whatTheListCanNotDoIsRefused(String query) {
        assertThat(list(query).status()).isEqualTo(422);
    }

    @Test
    void aPageSaysWhereItStands() {
        JsonNode body =
                list("page[size]=1&page[number]=2&filter[open]=1").body().orElseThrow();
        assertThat(body.at("/meta/current_page").asInt()).isEqualTo(2);
        assertThat(body.at("/meta/from").asInt()).isEqualTo(2);
        assertThat(body.at("/meta/to").asInt()).isEqualTo(2);
        assertThat(body.at("/meta/total").asInt()).isEqualTo(2);
        assertThat(body.at("/meta/last_page").asInt()).isEqualTo(2);
        assertThat(body.at("/links/next").isNull()).isTrue();
        assertThat(body.at("/links/prev").asText())
                .isEqualTo("https://shop.example/api/v3/things?filter%5Bopen%5D=1&page%5Bsize%5D=1&page%5Bnumber%5D=1");
    }

    @Test
    void anEmptyListHasNumbersAndALastPageToo() {
        JsonNode body = list("filter[name]=nobody").body().orElseThrow();
        assertThat(body.at("/meta/from").isNumber()).isTrue();
        assertThat(body.at("/meta/to").isNumber()).isTrue();
        assertThat(body.at("/meta/last_page").asInt()).isEqualTo(1);
        assertThat(body.at("/links/last").isTextual()).isTrue();
    }

    @Test
    void followingTheLinksShowsEachRowOnce() {
        String query = "page[size]=3";
        StringBuilder seen = new StringBuilder();
        while (!query.isEmpty()) {
            Answer page = list(query);
            seen.append(ids(page)).append(' ');
            String next = page.body().orElseThrow().at("/links/next").asText("");
            query = next.equals("null") ? "" : next.substring(next.indexOf('?') + 1);
        }
        assertThat(seen.toString().strip()).isEqualTo("1 2 3 4");
    }

    private static Answer list(String query) {
        Request request = request(query);
        return switch (ListQuery.parse(request, COLUMNS)) {
            case Parsed.Invalid<ListQuery>(Answer answer) -> answer;
            case Parsed.Valid<ListQuery>(ListQuery valid) ->
                Lists.known(
                        request,
                        valid,
                        IntStream.rangeClosed(1, 4).boxed().toList(),
                        ids -> ids.stream().map(ListQueryTest::row).toList());
        };
    }

    private static ObjectNode row(int id) {
        return (ObjectNode) Json.stored(
                switch (id) {
                    case 1 ->
                        "{\"id\":1,\"name\":\"a\",\"value\":10,\"at\":\"2024-01-01 00:00:00\",\"open\":true,\"tags\":[\"vip\"]}";
                    case 2 ->
                        "{\"id\":2,\"name\":\"b\",\"value\":9.5,\"at\":\"2024-06-01 00:00:00\",\"open\":true,\"tags\":[]}";
                    case 3 ->
                        "{\"id\":3,\"name\":\"c\",\"value\":100,\"at\":\"2025-01-01 00:00:00\",\"open\":false,\"tags\":[\"x\",\"vip\"]}";
                    default -> "{\"id\":4,\"name\":null,\"value\":2,\"at\":null,\"open\":false,\"tags\":[]}";
                });
    }

    private static String ids(Answer answer) {
        return answer.body()
                .orElseThrow()
                .get("data")
                .valueStream()
                .map(row -> row.get("id").asText())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static Request request(String query) {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRawPath("/api/v3/things");
        event.setRawQueryString(query);
        event.setHeaders(Map.of("host", "shop.example", "x-forwarded-proto", "https"));
        return Request.of(event);
    }
}
