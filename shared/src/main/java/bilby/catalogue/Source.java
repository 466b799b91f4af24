package bilby.catalogue;

import java.util.Optional;

/** What caused an issue: {@code birthday}, or {@code return} with the id of the return. */
public record Source(String type, Optional<String> id) {}
