package bilby.local;

import bilby.functions.http.Environment;
import bilby.local.dynamodb.DynamoDb;
import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Route;
import bilby.local.template.Template;
import bilby.local.template.TemplateException;
import bilby.local.template.TemplateFunction;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Makes the functions behind the HTTP API's routes, each with its own variables and its own role. */
final class Functions {

    private final DynamoDb dynamoDb;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Functions(DynamoDb dynamoDb, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /** The function behind each route. */
    Map<Route, LambdaFunction> of(Template template) {
        Map<Route, LambdaFunction> functions = new HashMap<>();
        for (TemplateFunction definition : template.functions()) {
            if (!definition.routes().isEmpty()) {
                LambdaFunction function = new LambdaFunction(definition, handler(definition));
                definition.routes().forEach(route -> put(functions, route, function, definition.id()));
            }
        }
        return functions;
    }

    private static void put(Map<Route, LambdaFunction> functions, Route route, LambdaFunction function, String id) {
        if (functions.put(route, function) != null) {
            throw new TemplateException(
                    "Resources." + id, "another function has the route " + route.key() + " already");
        }
    }

    @SuppressWarnings("unchecked")
    private RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler(TemplateFunction definition) {
        Map<String, String> variables = definition.variables();
        Store store = new Store(dynamoDb.client(definition), variables, random);
        try {
            return (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>)
                    Class.forName(definition.handlerClass())
                            .asSubclass(RequestHandler.class)
                            .getConstructor(Environment.class)
                            .newInstance(new Environment(variables, store, clock, random));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new TemplateException("Resources." + definition.id(), "its handler cannot be made: " + e);
        }
    }
}
