package bilby.local.template;

/** Which requests of the HTTP API lead to a function. */
public sealed interface Route {

    /** Any method, in a route's place for it. */
    String ANY = "ANY";

    /** The route as API Gateway names it in an event: {@code GET /rewards/{id}} or {@code $default}. */
    String key();

    /**
     * Requests by method and path.
     *
     * @param method in capitals, or {@link #ANY}
     * @param path may hold <code>{variables}</code>, the last of them greedy as in <code>{rest+}</code>
     */
    record Path(String method, String path) implements Route {
        @Override
        public String key() {
            return method + " " + path;
        }
    }

    /** Every request that no other route takes. */
    record Default() implements Route {
        @Override
        public String key() {
            return "$default";
        }
    }
}
