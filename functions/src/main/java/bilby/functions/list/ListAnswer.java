package bilby.functions.list;

import bilby.functions.http.Answer;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One page of a list, with its links.
 *
 * @param before how many rows of the list come before the page
 * @param next where the next page begins, if there is one
 */
record ListAnswer(
        Request request,
        ListQuery query,
        List<ObjectNode> rows,
        long before,
        long total,
        long lastPage,
        Optional<Cursor> next) {

    /** How many numbered links stand on either side of the current page. */
    private static final int NEIGHBOURS = 4;

    Answer toAnswer() {
        ObjectNode body = Json.object();
        rows.forEach(body.putArray("data")::add);
        Optional<String> previousAddress =
                query.number() > 1 ? Optional.of(address(query.number() - 1L)) : Optional.empty();
        Optional<String> nextAddress = next.map(this::nextAddress);
        ObjectNode links = body.putObject("links");
        links.put("first", address(1));
        links.put("last", address(lastPage));
        links.set("prev", Json.text(previousAddress));
        links.set("next", Json.text(nextAddress));
        ObjectNode meta = body.putObject("meta");
        meta.put("current_page", query.number());
        meta.put("from", rows.isEmpty() ? 0 : before + 1);
        meta.put("last_page", lastPage);
        ArrayNode numbered = meta.putArray("links");
        numbered.add(link(previousAddress, "&laquo; Previous", false));
        LongStream.rangeClosed(
                        Math.max(1, query.number() - NEIGHBOURS), Math.min(lastPage, query.number() + NEIGHBOURS))
                .forEach(page ->
                        numbered.add(link(Optional.of(address(page)), Long.toString(page), page == query.number())));
        numbered.add(link(nextAddress, "Next &raquo;", false));
        meta.put("path", request.address());
        meta.put("per_page", query.size());
        meta.put("to", rows.isEmpty() ? 0 : before + rows.size());
        meta.put("total", total);
        return Answer.bare(body);
    }

    private static ObjectNode link(Optional<String> address, String label, boolean active) {
        ObjectNode link = Json.object();
        link.set("url", Json.text(address));
        return link.put("label", label).put("active", active);
    }

    private String address(long page) {
        return request.address() + "?" + parameters(page).collect(Collectors.joining("&"));
    }

    private String nextAddress(Cursor cursor) {
        return request.address()
                + "?"
                + Stream.concat(
                                parameters(query.number() + 1L),
                                Stream.of(parameter("page[cursor]", cursor.toString())))
                        .collect(Collectors.joining("&"));
    }

    /** The request's own parameters, but for the page. */
    private Stream<String> parameters(long page) {
        return Stream.concat(
                request.query().parameters().entrySet().stream()
                        .filter(entry -> !entry.getKey().startsWith("page["))
                        .map(entry -> parameter(entry.getKey(), entry.getValue())),
                Stream.of(
                        parameter("page[size]", Integer.toString(query.size())),
                        parameter("page[number]", Long.toString(page))));
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
