package bilby.functions.http;

import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does once before Lambda keeps it as a snapshot (SnapStart), so that its copies need not: it parses a
 * request, reads the token of a bearer that nobody is, and writes an answer. That loads most of what a request needs.
 * It changes nothing.
 *
 * <p>After the restore there is nothing to do. The snapshot's connections are dead by then, but the JDK does not use one
 * that has idled for five seconds, and the store tries again where one breaks; the runtime empties the DNS cache itself.
 * Time and randomness are asked for by requests, never before.
 */
final class Priming implements Resource {

    /** The runtime holds what is registered weakly. */
    private static final List<Resource> REGISTERED = new CopyOnWriteArrayList<>();

    private static final String BODY = "{\"amount\":\"1\",\"strategies\":[\"rewards\",\"points\"]}";

    private final Store store;

    private Priming(Store store) {
        this.store = store;
    }

    /** Has it done before the snapshot is taken. */
    static void register(Store store) {
        Priming priming = new Priming(store);
        REGISTERED.add(priming);
        Core.getGlobalContext().register(priming);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            prime();
        } catch (RuntimeException e) {
            // A copy that is not primed is slower, and no less right.
            Log.failure(LambdaRuntime.getLogger(), "priming", e);
        }
    }

    private void prime() {
        Request request = Request.of(APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("authorization", "Bearer priming", "content-type", "application/json"))
                .withBody(BODY)
                .build());
        request.tokenId().ifPresent(id -> store.read(List.of(store.tokens().key(id))));
        request.body();
        Answer.unauthenticated().toResponse();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
