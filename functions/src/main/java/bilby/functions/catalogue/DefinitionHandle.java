package bilby.functions.catalogue;

import bilby.functions.http.Answer;
import bilby.functions.http.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The handle of a definition, as a request says it. */
final class DefinitionHandle {

    static final String TAKEN = "The handle has already been taken.";

    private DefinitionHandle() {}

    static Optional<String> in(ObjectNode body) {
        return Fields.of(body).get("handle").handle();
    }

    static Answer taken() {
        return Answer.invalid("handle", TAKEN);
    }
}
