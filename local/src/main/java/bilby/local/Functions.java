package bilby.local;

import bilby.functions.http.Environment;
import bilby.local.lambda.Code;
import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Route;
import bilby.local.template.Template;
import bilby.local.template.TemplateException;
import bilby.local.template.TemplateFunction;
import bilby.queue.Queues;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the functions, each with its own variables and its own role. */
final class Functions {

    private final Function<TemplateFunction, DynamoDbClient> clients;
    private final Function<TemplateFunction, Queues> queues;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param clients makes the client of a function, which may do what its role allows
     * @param queues makes the queues of a function, with which it may do what its role allows
     */
    Functions(
            Function<TemplateFunction, DynamoDbClient> clients,
            Function<TemplateFunction, Queues> queues,
            InstantSource clock) {
        this.clients = clients;
        this.queues = queues;
        this.clock = clock;
    }

    /** Every function, by its logical id. */
    Map<String, LambdaFunction> of(Template template) {
        Map<String, LambdaFunction> functions = new LinkedHashMap<>();
        for (TemplateFunction definition : template.functions()) {
            functions.put(definition.id(), new LambdaFunction(definition, Code.of(handler(definition))));
        }
        return functions;
    }

    /** The function behind each route of the HTTP API. */
    static Map<Route, LambdaFunction> byRoute(Collection<LambdaFunction> functions) {
        Map<Route, LambdaFunction> byRoute = new HashMap<>();
        for (LambdaFunction function : functions) {
            TemplateFunction definition = function.definition();
            definition.routes().forEach(route -> put(byRoute, route, function, definition.id()));
        }
        return byRoute;
    }

    private static void put(Map<Route, LambdaFunction> functions, Route route, LambdaFunction function, String id) {
        if (functions.put(route, function) != null) {
            throw new TemplateException(
                    "Resources." + id, "another function has the route " + route.key() + " already");
        }
    }

    private RequestHandler<?, ?> handler(TemplateFunction definition) {
        Map<String, String> variables = definition.variables();
        Store store = new Store(clients.apply(definition), variables, random);
        try {
            return Class.forName(definition.handlerClass())
                    .asSubclass(RequestHandler.class)
                    .getConstructor(Environment.class)
                    .newInstance(new Environment(variables, store, queues.apply(definition), clock, random));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new TemplateException("Resources." + definition.id(), "its handler cannot be made: " + e);
        }
    }
}
