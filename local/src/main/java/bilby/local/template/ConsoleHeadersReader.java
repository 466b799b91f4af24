package bilby.local.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what the console's files are sent with, from the policy that its distribution sends by. */
final class ConsoleHeadersReader {

    private ConsoleHeadersReader() {}

    /** The headers' values, by their names in lower case. */
    static Map<String, String> read(Part policy) {
        Part config = policy.get("ResponseHeadersPolicyConfig");
        config.onlyHas(Set.of("SecurityHeadersConfig", "CustomHeadersConfig"), Set.of("Name", "Comment"));
        Map<String, String> headers = new LinkedHashMap<>();
        for (Part header : config.get("SecurityHeadersConfig").entries()) {
            switch (header.name()) {
                case "ContentSecurityPolicy" ->
                    headers.put("content-security-policy", header.text("ContentSecurityPolicy"));
                case "ContentTypeOptions" -> headers.put("x-content-type-options", "nosniff");
                case "FrameOptions" -> headers.put("x-frame-options", header.text("FrameOption"));
                case "ReferrerPolicy" -> headers.put("referrer-policy", header.text("ReferrerPolicy"));
                case "StrictTransportSecurity" ->
                    headers.put("strict-transport-security", "max-age=" + header.text("AccessControlMaxAgeSec"));
                default -> throw header.error("Bilby's local server does not know " + header.name());
            }
        }
        for (Part header : config.get("CustomHeadersConfig").get("Items").items()) {
            headers.put(header.text("Header").toLowerCase(Locale.ROOT), header.text("Value"));
        }
        return headers;
    }
}
