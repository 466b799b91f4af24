package bilby.local;

import bilby.functions.birthday.BirthdayRunJson;
import bilby.local.dynamodb.DynamoDb;
import bilby.local.run.RunReport;
import bilby.local.template.TemplateFunction;
import bilby.store.Store;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tells of a plan of birthdays what came of each date that it planned; of other runs what their functions answered. */
final class BirthdayReport implements RunReport {

    private static final String PLANNER = "bilby.functions.birthday.PlanBirthdays";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDb dynamoDb;
    private final List<TemplateFunction> functions;

    BirthdayReport(DynamoDb dynamoDb, List<TemplateFunction> functions) {
        this.dynamoDb = dynamoDb;
        this.functions = functions;
    }

    @Override
    public String of(String function, String answer) {
        return functions.stream()
                .filter(it -> it.id().equals(function) && it.handlerClass().equals(PLANNER))
                .findFirst()
                .map(planner -> report(planner, answer))
                .orElse(answer);
    }

    private String report(TemplateFunction planner, String answer) {
        try (DynamoDbClient client = dynamoDb.client()) {
            Store store = new Store(client, planner.variables(), new SecureRandom());
            ObjectNode report = (ObjectNode) JSON.readTree(answer);
            ArrayNode runs = report.putArray("runs");
            report.path("dates")
                    .forEach(date -> store.birthdayRun(LocalDate.parse(date.asText()))
                            .map(BirthdayRunJson::of)
                            .ifPresent(runs::add));
            return report.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the planner answered no JSON", e);
        }
    }
}
