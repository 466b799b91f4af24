package bilby.bench;

import bilby.local.template.TemplateFunction;
import bilby.packaged.FunctionsZip;
import bilby.packaged.Sandbox;
import bilby.packaged.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function that is started again and again, each time in a new process under Lambda's runtime client, with the memory and
 * the variables of the template's function that it is measured against.
 */
final class Subject {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FunctionsZip code;
    private final TemplateFunction function;
    private final Map<String, String> variables = new HashMap<>();
    private final Wire wire;
    private final String event;

    private final Times init = new Times();
    private final Times request = new Times();
    private final Times start = new Times();
    private final Times restored = new Times();
    private final Times warm = new Times();

    /**
     * A function of a zip.
     *
     * @param like whose memory, time and variables it is given
     * @param wire to DynamoDB
     * @param event what it is called with, each time
     */
    Subject(FunctionsZip code, String handlerClass, TemplateFunction like, Wire wire, String event) {
        this.code = code;
        this.function = new TemplateFunction(
                like.id(),
                handlerClass,
                like.timeout(),
                like.memory(),
                like.variables(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        this.wire = wire;
        this.event = event;
        variables.putAll(like.variables());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", wire.uri().toString());
    }

    /** The same with one more variable. */
    Subject with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Starts a process of its own, has it answer once, and then so many times more. */
    void start(int more) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Sandbox sandbox = Sandbox.start(code, function, variables)) {
            sandbox.awaitReady();
            long ready = System.nanoTime();
            String answer = sandbox.invoke(event);
            long answered = System.nanoTime();
            requireSuccess(answer);
            init.add(ready - began);
            request.add(answered - ready);
            start.add(answered - began);
            call(sandbox, more);
        }
    }

    /**
     * Starts a process as for a snapshot, and has it answer once after the restore, and then so many times more. Its connections are
     * cut before the restore, as those of a snapshot are dead.
     */
    void restore(int more) throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.startSnapshot(code, function, variables)) {
            sandbox.awaitCheckpoint();
            wire.cut();
            long began = System.nanoTime();
            String answer = sandbox.restore().invoke(event);
            restored.add(System.nanoTime() - began);
            requireSuccess(answer);
            call(sandbox, more);
        }
    }

    private void call(Sandbox sandbox, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            String answer = sandbox.invoke(event);
            warm.add(System.nanoTime() - began);
            requireSuccess(answer);
        }
    }

    private static void requireSuccess(String answer) throws IOException {
        JsonNode json = JSON.readTree(answer);
        if (json.path("statusCode").asInt() / 100 != 2) {
            throw new IllegalStateException("it answered " + answer);
        }
    }

    /** From the start of the process until it asks for its first event. */
    Times init() {
        return init;
    }

    /** From then until its first answer. */
    Times request() {
        return request;
    }

    /** From the start of the process until its first answer. */
    Times start() {
        return start;
    }

    /** From the restore until the first answer. */
    Times restored() {
        return restored;
    }

    /** Each answer after the first. */
    Times warm() {
        return warm;
    }
}
