package bilby.functions.http;

import bilby.store.Store;
import bilby.token.Token;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does once before Lambda keeps it as a snapshot (SnapStart), so that its copies need not: it rehearses
 * requests within the process, and reads the token of a bearer that nobody is from DynamoDB itself. That loads what a request
 * needs, and has it compiled. It changes nothing.
 *
 * <p>After the restore there is nothing to do. The snapshot's connections are dead by then, but the JDK does not use one
 * that has idled for five seconds, and the store tries again where one breaks; the runtime empties the DNS cache itself.
 * Time and randomness are asked for by requests, never before.
 */
final class Priming implements Resource {

    /** The runtime holds what is registered weakly. */
    private static final List<Resource> REGISTERED = new CopyOnWriteArrayList<>();

    private static final String BEARER = "priming";
    private static final int READS = 10;

    private final Environment environment;

    private Priming(Environment environment) {
        this.environment = environment;
    }

    /** Has it done before the snapshot is taken. */
    static void register(Environment environment) {
        Priming priming = new Priming(environment);
        REGISTERED.add(priming);
        Core.getGlobalContext().register(priming);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        prime(() -> new Rehearsal(environment.variables(), environment.clock()).run(environment.variable("_HANDLER")));
        prime(() -> {
            Store store = environment.store();
            for (int time = 0; time < READS; time++) {
                store.read(List.of(store.tokens().key(Token.idOf(BEARER))));
            }
        });
    }

    private static void prime(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | LinkageError e) {
            // A copy that is not primed is slower, and no less right.
            Log.failure(LambdaRuntime.getLogger(), "priming", e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
