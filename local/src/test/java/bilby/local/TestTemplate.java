package bilby.local;

import bilby.local.template.Template;
import bilby.local.template.TemplateReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The tests' template. */
public final class TestTemplate {

    private TestTemplate() {}

    /** Its file. */
    public static Path file() {
        try {
            return Path.of(Objects.requireNonNull(TestTemplate.class.getResource("/template.yaml"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Template read() {
        return TemplateReader.read(file());
    }
}
