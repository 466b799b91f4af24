package bilby.local.template;

import java.time.Duration;
import java.util.List;

/** Reads the HTTP API's CorsConfiguration. */
final class CorsReader {

    private CorsReader() {}

    static Cors read(Part configuration) {
        return new Cors(
                texts(configuration, "AllowOrigins"),
                texts(configuration, "AllowMethods"),
                texts(configuration, "AllowHeaders"),
                texts(configuration, "ExposeHeaders"),
                configuration
                        .find("AllowCredentials")
                        .map(Part::text)
                        .map(Boolean::parseBoolean)
                        .orElse(false),
                configuration.find("MaxAge").map(Part::number).map(Duration::ofSeconds));
    }

    private static List<String> texts(Part configuration, String key) {
        return configuration.find(key).map(Part::texts).orElse(List.of());
    }
}
