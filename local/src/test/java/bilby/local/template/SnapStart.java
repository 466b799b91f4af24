package bilby.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which functions the template has kept as snapshots: of no use on one machine, but for those who run them there. */
public final class SnapStart {

    private final Part resources;

    private SnapStart(Part resources) {
        this.resources = resources;
    }

    public static SnapStart in(Path template) {
        try {
            return new SnapStart(new Part("template", Yaml.read(Files.readString(template))).get("Resources"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event that calls each of them now and then, lest Lambda put it away. */
    public Object ping() {
        return resources
                .get("Pings")
                .get("Properties")
                .get("Definition")
                .get("States")
                .get("Each")
                .get("ItemProcessor")
                .get("States")
                .get("Ping")
                .get("Parameters")
                .get("Payload")
                .value();
    }

    public boolean keeps(String function) {
        return resources.get(function).get("Properties").find("SnapStart").isPresent();
    }
}
