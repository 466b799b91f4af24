package bilby.local.console;

import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /console/}: the console's files, each read anew, so that a change is there with the next view. */
public final class ConsoleRoute {

    private static final String ROOT = "/console/";

    /** What a file of the console can be called: so no path leads out of its directory. */
    private static final Pattern FILE = Pattern.compile("([a-z0-9-]+/)*[a-z0-9-]+\\.([a-z0-9]+)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Path files;
    private final Map<String, String> headers;

    /**
     * @param files the directory of the console's files
     * @param headers what each is sent with
     */
    public ConsoleRoute(Path files, Map<String, String> headers) {
        this.files = files;
        this.headers = Map.copyOf(headers);
    }

    /** The answer, if this call is for the console. */
    public Optional<Answer> answer(Call call) {
        if (call.path().equals("/console")) {
            return Optional.of(Answer.message(308, "Moved to " + ROOT).with("location", ROOT));
        }
        return call.path().startsWith(ROOT) ? Optional.of(answerByMethod(call)) : Optional.empty();
    }

    private Answer answerByMethod(Call call) {
        if (!call.method().equals("GET")) {
            return Answer.message(405, "The method is not allowed for this path.")
                    .with("allow", "GET");
        }
        String name = call.path().substring(ROOT.length());
        return file(name.isEmpty() ? "index.html" : name).orElseGet(() -> Answer.message(404, "Not Found"));
    }

    private Optional<Answer> file(String name) {
        if (!FILE.matcher(name).matches()) {
            return Optional.empty();
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        Path file = files.resolve(name);
        return type == null || !Files.isRegularFile(file) ? Optional.empty() : Optional.of(answer(type, file));
    }

    private Answer answer(String type, Path file) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", type);
        all.put("cache-control", "no-cache");
        try {
            return new Answer(200, all, List.of(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
