package bilby.local.template;

import bilby.store.LocalStack;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A template's tables, queues and schedules, made on LocalStack by CloudFormation: tables and queues as they stand there but for
 * streams, and the events of the type ScheduleV2 as SAM makes schedules of them. The functions and their roles are not made, so a schedule's target is nothing.
 */
public final class Stack {

    private static final Map<Path, Stack> MADE = new HashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OUTPUT =
            Pattern.compile("<OutputKey>(.*?)</OutputKey>\\s*<OutputValue>(.*?)</OutputValue>");
    private static final Pattern STATUS = Pattern.compile("<StackStatus>(.*?)</StackStatus>");

    /** What of an event of the type ScheduleV2 belongs to the schedule's target. */
    private static final List<String> OF_THE_TARGET = List.of("Input", "RetryPolicy", "DeadLetterConfig");

    /** What is another's here, or SAM's own word. */
    private static final List<String> OF_SAM_ALONE = List.of("RoleArn", "OmitName");

    private final Path file;
    private final JsonNode document;
    private final Map<String, String> refs;

    private Stack(Path file, JsonNode document, Map<String, String> refs) {
        this.file = file;
        this.document = document;
        this.refs = refs;
    }

    /** That of the template in this file, made once for all tests of this JVM. */
    public static synchronized Stack of(Path template) {
        return MADE.computeIfAbsent(template, Stack::another);
    }

    /** That of the template in this file, of which no other test knows. */
    public static Stack another(Path template) {
        return create("stack-" + COUNT.incrementAndGet(), template);
    }

    private static Stack create(String name, Path template) {
        JsonNode document = document(template);
        call(
                "cloudformation",
                "POST",
                "/",
                form("CreateStack", name) + "&TemplateBody=" + encoded(document.toString()));
        while (true) {
            String description = call("cloudformation", "POST", "/", form("DescribeStacks", name));
            String status = first(STATUS.matcher(description));
            if (status.equals("CREATE_COMPLETE")) {
                Map<String, String> refs = new HashMap<>();
                for (Matcher output = OUTPUT.matcher(description); output.find(); ) {
                    refs.put(output.group(1), output.group(2));
                }
                return new Stack(template, document, refs);
            }
            if (!status.equals("CREATE_IN_PROGRESS")) {
                throw new AssertionError("the stack is " + status + ": " + description);
            }
        }
    }

    /** The template, its functions' tables by the names that the stack gave them. */
    public Template template() {
        Template template = TemplateReader.read(file);
        return new Template(
                template.parameters(),
                template.functions().stream().map(this::onItsTables).toList(),
                template.tables(),
                template.queues(),
                template.cors(),
                template.consoleHeaders());
    }

    private TemplateFunction onItsTables(TemplateFunction function) {
        Map<String, String> variables = new HashMap<>(function.variables());
        variables.replaceAll((name, value) -> name.endsWith("_TABLE") ? ref(value) : value);
        return new TemplateFunction(
                function.id(),
                function.handlerClass(),
                function.timeout(),
                function.memory(),
                variables,
                function.routes(),
                function.schedules(),
                function.sources(),
                function.streams(),
                function.statements());
    }

    /** What {@code !Ref} of a table, a queue or a schedule gives: the queue's URL, or the other's name. */
    public String ref(String id) {
        return Optional.ofNullable(refs.get(id)).orElseThrow(() -> new AssertionError("there is no " + id));
    }

    /** The logical ids of what was made of this type. */
    List<String> ids(String type) {
        return document.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A resource's properties as they were asked for. */
    JsonNode properties(String id) {
        return document.at("/Resources/" + id + "/Properties");
    }

    /** The schedule of this logical id, as the Scheduler has it. */
    JsonNode schedule(String id) {
        try {
            return JSON.readTree(call("scheduler", "GET", "/schedules/" + ref(id), ""));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A client of LocalStack's queues. */
    public static SqsClient sqs() {
        return SqsClient.builder()
                .endpointOverride(LocalStack.endpoint())
                .region(Region.of(LocalStack.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** LocalStack's streams are made by a Kinesis of its own, which is not part of every image of it. */
    private static JsonNode withoutStream(JsonNode table) {
        ObjectNode copy = table.deepCopy();
        ((ObjectNode) copy.path("Properties")).remove("StreamSpecification");
        return copy;
    }

    private static JsonNode document(Path template) {
        JsonNode whole = JSON.valueToTree(Yaml.read(text(template)));
        ObjectNode part = JSON.createObjectNode();
        part.set("Parameters", whole.path("Parameters"));
        part.set("Conditions", whole.path("Conditions"));
        ObjectNode resources = part.putObject("Resources");
        for (Map.Entry<String, JsonNode> resource : whole.path("Resources").properties()) {
            switch (resource.getValue().path("Type").asText()) {
                case "AWS::DynamoDB::Table" -> resources.set(resource.getKey(), withoutStream(resource.getValue()));
                case "AWS::SQS::Queue" -> resources.set(resource.getKey(), resource.getValue());
                case "AWS::Serverless::Function" ->
                    resource.getValue().at("/Properties/Events").properties().stream()
                            .filter(event ->
                                    event.getValue().path("Type").asText().equals("ScheduleV2"))
                            .forEach(event -> resources.set(
                                    resource.getKey() + event.getKey(),
                                    schedule(
                                            resource.getKey() + event.getKey(),
                                            event.getValue().path("Properties"))));
                default -> {}
            }
        }
        ObjectNode outputs = part.putObject("Outputs");
        resources
                .properties()
                .forEach(resource ->
                        outputs.putObject(resource.getKey()).putObject("Value").put("Ref", resource.getKey()));
        return part;
    }

    private static ObjectNode schedule(String name, JsonNode event) {
        ObjectNode schedule = JSON.createObjectNode().put("Type", "AWS::Scheduler::Schedule");
        ObjectNode properties = schedule.putObject("Properties");
        properties.putObject("FlexibleTimeWindow").put("Mode", "OFF");
        ObjectNode target = properties.putObject("Target");
        target.put("Arn", "arn:aws:lambda:" + LocalStack.REGION + ":000000000000:function:" + name);
        target.put("RoleArn", "arn:aws:iam::000000000000:role/" + name);
        event.properties().stream()
                .filter(property -> !OF_SAM_ALONE.contains(property.getKey()))
                .forEach(property -> (OF_THE_TARGET.contains(property.getKey()) ? target : properties)
                        .set(property.getKey(), property.getValue()));
        return schedule;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(String action, String name) {
        return "Version=2010-05-15&Action=" + action + "&StackName=" + name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(Matcher matcher) {
        return matcher.find() ? matcher.group(1) : "";
    }

    /** LocalStack tells by the credentials' scope which service is called, and looks at no signature. */
    private static String call(String service, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(LocalStack.endpoint() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=none"
                                .formatted(LocalStack.REGION, service))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(service + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
