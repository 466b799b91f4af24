package bilby.local.gateway;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** The trace id that the gateway gives each request, in X-Ray's form. */
final class TraceId {

    private TraceId() {}

    static String at(Instant now) {
        HexFormat hex = HexFormat.of();
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        return "Root=1-" + hex.toHexDigits(now.getEpochSecond(), 8) + "-" + random;
    }
}
