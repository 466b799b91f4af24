package bilby.local.gateway;

import bilby.local.lambda.LambdaFunction;
import bilby.local.lambda.Outcome;
import bilby.local.template.Cors;
import bilby.local.template.Route;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The HTTP API. It copies API Gateway wherever a program can tell the difference. */
public final class Gateway extends Handler.Abstract {

    /** How long API Gateway waits for a function. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int REQUEST_BYTES = 10 * 1024 * 1024;

    /** The local server's own routes. */
    @FunctionalInterface
    public interface Own {
        /** The answer, if this call is for one of them. */
        Optional<Answer> answer(Call call) throws InterruptedException;

        /** The answer of the first of these that has one. */
        static Own firstOf(Own... routes) {
            return call -> {
                for (Own route : routes) {
                    Optional<Answer> answer = route.answer(call);
                    if (answer.isPresent()) {
                        return answer;
                    }
                }
                return Optional.empty();
            };
        }
    }

    private final Routes routes;
    private final Optional<CorsRules> cors;
    private final Own own;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * @param functions the function behind each route
     * @param own answers what is no route of the template's but the local server's own
     * @param clock the time that events tell
     * @param patience how long to wait for a function, {@link #PATIENCE} but in tests
     */
    public Gateway(
            Map<Route, LambdaFunction> functions,
            Optional<Cors> cors,
            Own own,
            InstantSource clock,
            Duration patience) {
        this.routes = new Routes(functions);
        this.cors = cors.map(CorsRules::new);
        this.own = own;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        send(answer(CallReader.read(request, REQUEST_BYTES + 1)), response, callback);
        return true;
    }

    private Answer answer(Call call) throws InterruptedException {
        if (call.body().length > REQUEST_BYTES) {
            return tooLarge();
        }
        if (Percent.isMalformed(call.path()) || Percent.isMalformed(call.query())) {
            return Answer.message(400, "Bad Request");
        }
        if (cors.isPresent() && CorsRules.isPreflight(call)) {
            return cors.get().preflight(call);
        }
        Optional<Answer> local = isOfAnotherSite(call) ? Optional.empty() : own.answer(call);
        Answer answer = local.isPresent() ? local.get() : routed(call);
        return cors.map(rules -> rules.apply(call, answer)).orElse(answer);
    }

    /** Whether a page of another site sends it: no such page may set the clock or run functions behind one's back. */
    private static boolean isOfAnotherSite(Call call) {
        return call.header("origin")
                .filter(origin -> !origin.equals("http://" + call.header("host").orElse("")))
                .isPresent();
    }

    private Answer routed(Call call) throws InterruptedException {
        Optional<Routes.Match> match = routes.find(call.method(), call.path());
        return match.isPresent() ? invoked(call, match.get()) : Answer.message(404, "Not Found");
    }

    private Answer invoked(Call call, Routes.Match match) throws InterruptedException {
        String requestId = UUID.randomUUID().toString();
        byte[] event = EventWriter.write(call, match, requestId, clock.instant());
        if (event.length > LambdaFunction.PAYLOAD_BYTES) {
            return tooLarge();
        }
        Answer answer = switch (match.function().invoke(event, patience)) {
            case Outcome.Answered(String json) -> AnswerReader.read(json).orElse(failed());
            case Outcome.Failed failed -> failed();
            case Outcome.Pending pending -> Answer.message(503, "Service Unavailable");
        };
        return answer.with("apigw-requestid", requestId);
    }

    private static Answer tooLarge() {
        return Answer.message(413, "Request Entity Too Large");
    }

    private static Answer failed() {
        return Answer.message(500, "Internal Server Error");
    }

    private static void send(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        answer.headers().forEach(headers::put);
        answer.cookies().forEach(cookie -> headers.add(new HttpField(HttpHeader.SET_COOKIE, cookie)));
        if (answer.status() != 204) {
            headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        }
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
}
