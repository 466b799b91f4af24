package bilby.local.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A request's body as an event holds it: as it is if its content type says that it is text, else in Base64.
 *
 * @param text absent if the body is empty
 */
record EventBody(Optional<String> text, boolean isBase64) {

    private static final Set<String> TEXTS = Set.of("application/json", "application/javascript", "application/xml");

    static EventBody of(Call call) {
        if (call.body().length == 0) {
            return new EventBody(Optional.empty(), false);
        }
        Optional<String> text = isText(call) ? decoded(call.body()) : Optional.empty();
        return text.isPresent()
                ? new EventBody(text, false)
                : new EventBody(Optional.of(Base64.getEncoder().encodeToString(call.body())), true);
    }

    private static boolean isText(Call call) {
        String type =
                call.header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean isText =
                type.startsWith("text/") || type.endsWith("+json") || type.endsWith("+xml") || TEXTS.contains(type);
        return isText && call.header("content-encoding").isEmpty();
    }

    private static Optional<String> decoded(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
