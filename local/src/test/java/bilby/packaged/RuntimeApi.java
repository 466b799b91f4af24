package bilby.packaged;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's side of the Runtime API, for one process of one function: it gives the process its events, one at a time, and
 * takes its answers.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final Duration CREDENTIALS_LAST = Duration.ofHours(6);

    /** What the process is told of an event, and what becomes of it. */
    private record Event(String id, String json, Duration timeout, CompletableFuture<Answer> answer) {}

    /**
     * What the process made of an event.
     *
     * @param isError whether the handler threw, or the answer could not be written
     */
    record Answer(boolean isError, String json) {}

    private final HttpServer server;
    private final String arn;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
    private final CountDownLatch restore = new CountDownLatch(1);
    private volatile Event current = new Event("", "", Duration.ZERO, new CompletableFuture<>());

    private RuntimeApi(HttpServer server, String arn) {
        this.server = server;
        this.arn = arn;
    }

    static RuntimeApi listen(String arn) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RuntimeApi api = new RuntimeApi(server, arn);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", api::handle);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as the variable {@code AWS_LAMBDA_RUNTIME_API} says it. */
    String address() {
        return server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    }

    /** Where a function that is kept as a snapshot asks for its credentials: such ones last longer than any variable. */
    String credentials() {
        return "http://" + address() + "/credentials";
    }

    /** Done when the process asks for its first event; fails if it could not be initialised or restored. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Done when the process has run its hooks and may be kept as a snapshot. */
    CompletableFuture<Void> checkpoint() {
        return checkpoint;
    }

    /** Lets the process go on, as a copy of its snapshot would. */
    void restore() {
        restore.countDown();
    }

    CompletableFuture<Answer> send(String json, Duration timeout) {
        Event event = new Event(UUID.randomUUID().toString(), json, timeout, new CompletableFuture<>());
        events.add(event);
        return event.answer();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            switch (path) {
                case RUNTIME + "invocation/next" -> next(exchange);
                case RUNTIME + "restore/next" -> {
                    checkpoint.complete(null);
                    restore.await();
                    reply(exchange, 200, "");
                }
                case RUNTIME + "init/error", RUNTIME + "restore/error" -> {
                    IllegalStateException failure = new IllegalStateException(path + ": " + body);
                    checkpoint.completeExceptionally(failure);
                    ready.completeExceptionally(failure);
                    reply(exchange, 202, "{}");
                }
                case "/credentials" ->
                    reply(
                            exchange,
                            200,
                            "{\"AccessKeyId\":\"local\",\"SecretAccessKey\":\"local\","
                                    + "\"Token\":\"local\",\"Expiration\":\""
                                    + Instant.now().plus(CREDENTIALS_LAST) + "\"}");
                default -> answered(exchange, path, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        Event event = events.take();
        current = event;
        Headers headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", event.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(Instant.now().plus(event.timeout()).toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", arn);
        headers.set(
                "Lambda-Runtime-Trace-Id",
                "Root=1-698a9187-5c1d2e3f4a5b6c7d8e9f0a1b;Parent=53995c3f42cd8ad8;Sampled=0");
        reply(exchange, 200, event.json());
    }

    private void answered(HttpExchange exchange, String path, String body) throws IOException {
        Event event = current;
        String of = RUNTIME + "invocation/" + event.id();
        if (path.equals(of + "/response") || path.equals(of + "/error")) {
            reply(exchange, 202, "{}");
            event.answer().complete(new Answer(path.endsWith("/error"), body));
        } else {
            reply(exchange, 404, "{}");
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
