package bilby.local;

import static java.util.Objects.requireNonNull;

import bilby.local.dynamodb.DynamoDb;
import bilby.local.http.Address;
import bilby.local.lambda.LambdaFunction;
import bilby.local.lambda.Outcome;
import bilby.local.sqs.Sqs;
import bilby.local.template.Template;
import bilby.local.template.TemplateReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The template's tables and queues, empty but for the local token, and its functions in this process. */
final class World implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sqs sqs = Sqs.listen(Address.loopback(0));
    private final Template template = TemplateReader.read(Path.of("../template.yaml"), sqs.uri());
    private final DynamoDb dynamoDb = DynamoDb.listen(Address.loopback(0), Optional.empty());
    private final Map<String, LambdaFunction> functions =
            new Functions(dynamoDb::client, sqs::queues, InstantSource.system()).of(template);

    private World() {}

    static World start() {
        World world = new World();
        world.dynamoDb.start(world.template.tables());
        world.sqs.start(world.template.queues());
        LocalToken.add(world.dynamoDb.client(), world.template, InstantSource.system());
        return world;
    }

    Template template() {
        return template;
    }

    /** Where its DynamoDB answers. */
    URI dynamoDbUri() {
        return dynamoDb.uri();
    }

    /** A function's variables, for a process of its own. */
    Map<String, String> variables(String function, URI dynamoDbUri) {
        Map<String, String> variables =
                new HashMap<>(template.function(function).variables());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDbUri.toString());
        variables.computeIfPresent(
                "AWS_ENDPOINT_URL_SQS", (name, onAws) -> sqs.uri().toString());
        return variables;
    }

    /** The function's answer, by Lambda's own serialisation. */
    JsonNode invoke(String function, JsonNode event) throws IOException, InterruptedException {
        LambdaFunction lambda = requireNonNull(functions.get(function));
        return switch (lambda.invoke(event.toString().getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Answered(String json) -> JSON.readTree(json);
            case Outcome.Failed(String error) -> throw new AssertionError(function + " failed: " + error);
        };
    }

    @Override
    public void close() {
        sqs.close();
        dynamoDb.close();
    }
}
