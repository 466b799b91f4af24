package bilby.local;

import bilby.local.http.Address;
import bilby.local.http.StartException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to serve.
 *
 * @param template the SAM template
 * @param port of the HTTP API, on loopback; 0 is any free one
 * @param dynamoDb where DynamoDB Local listens; port 0 is any free one
 * @param sqs where SQS is answered for, if the template has queues; port 0 is any free one
 * @param data the directory that keeps the tables; without it they live in memory
 * @param isDemo whether the tables are filled with two years of a shop before the server is ready
 * @param isScheduled whether schedules fire by themselves
 */
public record Options(
        Path template,
        int port,
        Address dynamoDb,
        Address sqs,
        Optional<Path> data,
        boolean isDemo,
        boolean isScheduled) {

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern ADDRESS = Pattern.compile("(.+):(\\d{1,5})");

    /** Free ports, tables in memory, and no schedule that fires by itself: for tests. */
    public static Options free(Path template) {
        return new Options(template, 0, Address.loopback(0), Address.loopback(0), Optional.empty(), false, false);
    }

    /** Where the console's files are: beside the template. */
    Path console() {
        return template.resolveSibling("console/site");
    }

    /**
     * What {@code -Dtemplate}, {@code -Dport}, {@code -Ddynamodb}, {@code -Dsqs}, {@code -Ddata} and {@code -Ddemo} say; an empty one says nothing.
     *
     * @throws StartException if one of them cannot be understood
     */
    static Options of(Properties properties) {
        return new Options(
                Path.of(given(properties, "template").orElse("template.yaml")),
                given(properties, "port")
                        .map(port -> port(port, "-Dport=" + port))
                        .orElse(3000),
                address(properties, "dynamodb"),
                address(properties, "sqs"),
                given(properties, "data").map(Path::of),
                given(properties, "demo").filter(Boolean::parseBoolean).isPresent(),
                true);
    }

    private static Optional<String> given(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static int port(String text, String option) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LARGEST_PORT) {
            throw new StartException("Bilby cannot use " + option + ": a port is a number from 0 to " + LARGEST_PORT);
        }
        return Integer.parseInt(text);
    }

    private static Address address(Properties properties, String name) {
        return given(properties, name)
                .map(text -> address(text, "-D" + name + "=" + text))
                .orElse(Address.loopback(0));
    }

    private static Address address(String text, String option) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            throw new StartException("Bilby cannot use " + option + ": it takes the form <address>:<port>");
        }
        return new Address(parts.group(1), port(parts.group(2), option));
    }
}
