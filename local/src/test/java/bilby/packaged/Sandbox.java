package bilby.packaged;

import bilby.local.template.TemplateFunction;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * One process of one function, as Lambda's runtime java25 starts it: the runtime client with the unpacked zip and nothing
 * else, the handler, the variables and the memory that template.yaml names.
 */
public final class Sandbox implements AutoCloseable {

    private static final int KILOBYTES = 1024;

    /** How long a start may take on a busy machine; Lambda itself gives it 10 seconds. */
    private static final int PATIENCE_SECONDS = 60;

    /** What lies in Lambda's runtime itself, by one class of each jar. */
    private static final String RUNTIME = Stream.of(
                    AWSLambda.class, RequestHandler.class, PojoSerializer.class, SdkInternalThreadLocal.class)
            .map(Sandbox::jar)
            .collect(Collectors.joining(File.pathSeparator));

    private final TemplateFunction function;
    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private Sandbox(TemplateFunction function, RuntimeApi api, Process process, Path log) {
        this.function = function;
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /** Starts a process that is initialised, and then waits for its events. */
    public static Sandbox start(FunctionsZip code, TemplateFunction function, Map<String, String> variables) {
        return start(code, function, variables, false);
    }

    /** Starts a process that is initialised, runs its hooks, and then waits for {@link #restore}: SnapStart. */
    public static Sandbox startSnapshot(FunctionsZip code, TemplateFunction function, Map<String, String> variables) {
        return start(code, function, variables, true);
    }

    private static Sandbox start(
            FunctionsZip code, TemplateFunction function, Map<String, String> variables, boolean isSnapshot) {
        RuntimeApi api = RuntimeApi.listen("arn:aws:lambda:us-east-1:123456789012:function:" + function.id());
        try {
            Path log = Files.createTempFile(function.id(), ".log");
            ProcessBuilder builder = new ProcessBuilder(command(function, isSnapshot))
                    .directory(code.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(variables);
            builder.environment().putAll(lambdas(function, code, api, isSnapshot));
            return new Sandbox(function, api, builder.start(), log);
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException(e);
        }
    }

    /** As the runtime's own start script has it; under SnapStart the second compiler is on. */
    private static List<String> command(TemplateFunction function, boolean isSnapshot) {
        long memory = (long) function.memory() * KILOBYTES;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxHeapSize=" + memory * 85 / 100 + "k",
                "-XX:MaxMetaspaceSize=" + memory * 10 / 100 + "k",
                "-XX:ReservedCodeCacheSize=" + memory * 5 / 100 + "k",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.add(
                isSnapshot ? "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac" : "-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-classpath", RUNTIME, AWSLambda.class.getName(), handler(function)));
        return command;
    }

    private static String handler(TemplateFunction function) {
        return function.handlerClass() + "::handleRequest";
    }

    /** What Lambda itself puts into the environment. */
    private static Map<String, String> lambdas(
            TemplateFunction function, FunctionsZip code, RuntimeApi api, boolean isSnapshot) {
        return Stream.of(
                        Map.of(
                                "AWS_LAMBDA_RUNTIME_API", api.address(),
                                "AWS_LAMBDA_FUNCTION_NAME", function.id(),
                                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()),
                                "AWS_LAMBDA_LOG_GROUP_NAME", "bilby",
                                "AWS_LAMBDA_LOG_STREAM_NAME", "sandbox",
                                "AWS_LAMBDA_LOG_FORMAT", "JSON",
                                "AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                        Map.of(
                                "LAMBDA_TASK_ROOT", code.root().toString(),
                                "_HANDLER", handler(function),
                                "AWS_REGION", "us-east-1",
                                "AWS_DEFAULT_REGION", "us-east-1",
                                "LANG", "en_US.UTF-8",
                                "TZ", ":UTC"),
                        isSnapshot
                                ? Map.of(
                                        "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start",
                                        "AWS_CONTAINER_CREDENTIALS_FULL_URI", api.credentials(),
                                        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "local")
                                : Map.of(
                                        "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                                        "AWS_ACCESS_KEY_ID", "local",
                                        "AWS_SECRET_ACCESS_KEY", "local",
                                        "AWS_SESSION_TOKEN", "local"))
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String jar(Class<?> of) {
        try {
            URI uri = of.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(uri).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the process asks for its first event. */
    public Sandbox awaitReady() throws InterruptedException {
        await(api.ready());
        return this;
    }

    /** Waits until the process has run its hooks before the checkpoint. */
    public Sandbox awaitCheckpoint() throws InterruptedException {
        await(api.checkpoint());
        return this;
    }

    /** Lets the process go on, as a copy of its snapshot would. */
    public Sandbox restore() {
        api.restore();
        return this;
    }

    /**
     * Gives the process an event, and waits until it has answered.
     *
     * @throws AssertionError if it fails, or does not answer in the time that the template gives it
     */
    public String invoke(String event) throws InterruptedException {
        awaitReady();
        CompletableFuture<RuntimeApi.Answer> answer = api.send(event, function.timeout());
        try {
            RuntimeApi.Answer given = answer.get(function.timeout().toSeconds(), TimeUnit.SECONDS);
            if (given.isError()) {
                throw failed("failed: " + given.json(), Optional.empty());
            }
            return given.json();
        } catch (ExecutionException | TimeoutException e) {
            throw failed("has not answered", Optional.of(e));
        }
    }

    private void await(CompletableFuture<Void> state) throws InterruptedException {
        var _ = process.onExit().thenRun(() -> state.completeExceptionally(new IllegalStateException("it has ended")));
        try {
            state.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw failed("has not started", Optional.of(e));
        }
    }

    private AssertionError failed(String how, Optional<Exception> cause) {
        return new AssertionError(function.id() + " " + how + "\n" + String.join("\n", log()), cause.orElse(null));
    }

    /** What it has logged so far, line by line. */
    public List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
        try {
            process.waitFor();
            Files.delete(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
