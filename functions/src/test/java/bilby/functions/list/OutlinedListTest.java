package bilby.functions.list;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Answer;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A list of ten rows of a megabyte each, the tenth first, of which the outlines tell whether they are odd. */
class OutlinedListTest {

    private static final String MEGABYTE = "x".repeat(1_000_000);

    private final List<Long> made = new ArrayList<>();
    private int outlined;

    @Test
    void noMoreRowsAreMadeThanFitThePageAndOneMore() {
        JsonNode page = list("");
        assertThat(ids(page)).isEqualTo("10 9 8 7");
        assertThat(made).containsExactly(10L, 9L, 8L, 7L, 6L);
        assertThat(outlined).isZero();
        assertThat(page.at("/meta/total").asInt()).isEqualTo(10);
    }

    @Test
    void theLinkLeadsOnFromWhereThePageEndedEarly() {
        JsonNode second = list(URI.create(list("").at("/links/next").asText()).getRawQuery());
        assertThat(ids(second)).isEqualTo("6 5 4 3");
        assertThat(second.at("/meta/from").asInt()).isEqualTo(5);
    }

    @Test
    void aFilterLooksAtTheOutlinesAlone() {
        JsonNode page = list("filter[odd]=1&page[size]=2&page[number]=2");
        assertThat(ids(page)).isEqualTo("5 3");
        assertThat(made).containsExactly(5L, 3L);
        assertThat(page.at("/meta/total").asInt()).isEqualTo(5);
    }

    @Test
    void anOrderLooksAtTheOutlinesAlone() {
        assertThat(ids(list("sort=odd&page[size]=3&page[number]=2"))).isEqualTo("4 2 9");
        assertThat(made).containsExactly(4L, 2L, 9L);
    }

    @Test
    void theCursorOfAnotherListIsRefusedBeforeAnythingIsRead() {
        JsonNode refused = list("filter[odd]=1&page[cursor]=" + new Cursor("f3a1"));
        assertThat(refused.at("/errors").fieldNames()).toIterable().containsExactly("page[cursor]");
        assertThat(outlined).isZero();
    }

    private JsonNode list(String query) {
        Request request = request(query);
        Answer answer = switch (ListQuery.parse(request, List.of(Column.flag("odd")))) {
            case Parsed.Invalid<ListQuery>(Answer invalid) -> invalid;
            case Parsed.Valid<ListQuery>(ListQuery valid) ->
                Lists.outlined(
                        request,
                        valid,
                        newestFirst(),
                        () -> newestFirst().stream().map(this::outline),
                        ids -> ids.stream().map(this::row));
        };
        return answer.body().orElseThrow();
    }

    private static List<Long> newestFirst() {
        return LongStream.rangeClosed(1, 10).boxed().toList().reversed();
    }

    private ObjectNode outline(long id) {
        outlined++;
        return Json.object().put("id", id).put("odd", id % 2 == 1);
    }

    private ObjectNode row(long id) {
        made.add(id);
        return Json.object().put("id", id).put("text", MEGABYTE);
    }

    private static String ids(JsonNode page) {
        return page.get("data")
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
