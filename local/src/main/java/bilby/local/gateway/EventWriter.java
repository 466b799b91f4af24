package bilby.local.gateway;

import bilby.local.template.Arns;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the event that API Gateway makes of a request for an HTTP API's function (payload format 2.0). */
final class EventWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private EventWriter() {}

    /** The event in JSON. */
    static byte[] write(Call call, Routes.Match match, String requestId, Instant now) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", Percent.path(call.path()));
        event.put("rawQueryString", call.query());
        cookies(call, event);
        put(event, "headers", headers(call, now));
        putIfAny(event, "queryStringParameters", query(call));
        event.set("requestContext", context(call, match, requestId, now));
        putIfAny(event, "pathParameters", match.pathParameters());
        EventBody body = EventBody.of(call);
        body.text().ifPresent(text -> event.put("body", text));
        event.put("isBase64Encoded", body.isBase64());
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void cookies(Call call, ObjectNode event) {
        call.header("cookie")
                .ifPresent(cookies -> Arrays.stream(cookies.split("[;,]", -1))
                        .map(String::strip)
                        .filter(cookie -> !cookie.isEmpty())
                        .forEach(event.withArrayProperty("cookies")::add));
    }

    /** The request's headers, with those that the gateway makes itself. */
    private static Map<String, String> headers(Call call, Instant now) {
        Map<String, String> headers = new TreeMap<>();
        call.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("cookie");
        headers.put("content-length", Integer.toString(call.body().length));
        headers.merge("x-forwarded-for", call.sourceIp(), (before, last) -> before + ", " + last);
        headers.put("x-forwarded-port", port(call));
        headers.put("x-forwarded-proto", "http");
        headers.put("x-amzn-trace-id", TraceId.at(now));
        return headers;
    }

    private static Map<String, String> query(Call call) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : call.query().split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] words = pair.split("=", 2);
                String value = words.length == 2 ? Percent.query(words[1]) : "";
                query.merge(Percent.query(words[0]), value, (before, next) -> before + "," + next);
            }
        }
        return query;
    }

    private static ObjectNode context(Call call, Routes.Match match, String requestId, Instant now) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        String domain = domain(call);
        context.put("accountId", Arns.ACCOUNT);
        context.put("apiId", "local");
        context.put("domainName", domain);
        context.put("domainPrefix", domain.split("\\.", 2)[0]);
        context.putObject("http")
                .put("method", call.method())
                .put("path", Percent.path(call.path()))
                .put("protocol", call.protocol())
                .put("sourceIp", call.sourceIp())
                .put("userAgent", call.header("user-agent").orElse(""));
        context.put("requestId", requestId);
        context.put("routeKey", match.route().key());
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    private static String domain(Call call) {
        return call.header("host").orElse("").replaceFirst(":\\d+$", "");
    }

    private static String port(Call call) {
        String host = call.header("host").orElse("");
        return host.matches(".*:\\d+") ? host.substring(host.lastIndexOf(':') + 1) : "80";
    }

    private static void putIfAny(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            put(event, name, values);
        }
    }

    private static void put(ObjectNode event, String name, Map<String, String> values) {
        values.forEach(event.putObject(name)::put);
    }
}
