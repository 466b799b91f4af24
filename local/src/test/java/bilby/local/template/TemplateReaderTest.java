package bilby.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.local.TestTemplate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

    private final Template template = TestTemplate.read();

    @Test
    void aFunctionHasWhatItSaysAndWhatGlobalsSay() {
        TemplateFunction echo = template.function("Echo");

        assertThat(echo.handlerClass()).isEqualTo("bilby.local.handlers.Echo");
        assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(echo.variables())
                .containsEntry("SCOPE", "read-things")
                .containsEntry("STAGE", "dev")
                .containsEntry("TOKENS_TABLE", "TokensTable")
                .containsEntry("WALLETS_TABLE", "ThingsTable")
                .containsEntry("NAME", "echo-dev of dev in ap-southeast-2, not ${Stage}");
        assertThat(template.function("ReadToken").timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(template.function("ReadToken").memory()).isEqualTo(512);
    }

    @Test
    void aPropertyWithoutAValueIsNotGlobalsButLambdasDefault() {
        assertThat(template.function("Echo").memory()).isEqualTo(128);
    }

    @Test
    void theRoutesAreTheHttpApisEvents() {
        assertThat(template.function("Echo").routes())
                .extracting(Route::key)
                .containsExactly("GET /things/{thing}", "PUT /things/{thing}", "ANY /files/{rest+}", "$default");
        assertThat(template.function("Nightly").routes()).isEmpty();
    }

    @Test
    void theSchedulesAreTheEventsOfTheScheduler() {
        List<Schedule> schedules = template.function("Nightly").schedules();

        assertThat(schedules).extracting(Schedule::event).containsExactly("Hourly", "Yearly");
        assertThat(schedules).extracting(Schedule::name).containsExactly("NightlyHourly", "new-year");
        assertThat(schedules).extracting(Schedule::isEnabled).containsExactly(true, false);
        assertThat(schedules.getLast().timetable().next(Instant.EPOCH)).contains(Instant.parse("2026-12-31T13:00:00Z"));
        assertThat(schedules.getLast().input().orElseThrow()).startsWith("{\"source\":\"yearly\"");
        assertThat(template.function("Tell").schedules().getFirst().input()).isEmpty();
        assertThat(template.function("Nightly").timeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(template.function("Echo").schedules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ScheduleExpression; rate(0 days); a rate is a number",
                "ScheduleExpression; hourly; a schedule is rate(...), cron(...) or at(...), not hourly",
                "ScheduleExpressionTimezone; Mars/Olympus; there is no time zone Mars/Olympus",
                "State; ON; ENABLED or DISABLED is expected here",
                "Input; part 1; JSON is expected here",
                "Input; {part: 1}; a text is expected here",
                "StartDate; 2026-01-01T00:00:00Z; Bilby's local server does not know StartDate",
                "Schedule; rate(1 day); Bilby's local server does not know Schedule",
            })
    void aScheduleThatCannotFireAsItSaysIsNamedWithItsPlace(String property, String value, String message) {
        String expression = property.equals("ScheduleExpression") ? "" : "ScheduleExpression: rate(1 day)";
        String text = """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Events:
                        Daily:
                          Type: ScheduleV2
                          Properties:
                            %s: %s
                            %s
                """.formatted(property, value, expression);

        assertThatThrownBy(() -> TemplateReader.read(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.F.Properties.Events.Daily.Properties." + property + ": " + message);
    }

    @Test
    void aRoleIsTheStatementsOfThePolicies() {
        assertThat(template.function("ReadToken").statements())
                .containsExactly(
                        new Statement(
                                Statement.Effect.ALLOW,
                                List.of("dynamodb:GetItem", "dynamodb:BatchGetItem"),
                                List.of(Arns.table("TokensTable"))),
                        new Statement(
                                Statement.Effect.ALLOW,
                                List.of("dynamodb:Query"),
                                List.of(Arns.index("ThingsTable", "*"))));
        assertThat(template.function("Echo").statements()).isEmpty();
    }

    @Test
    void aTableHasItsKeyAndItsIndexes() {
        Table things = template.table("ThingsTable");

        assertThat(things.key()).isEqualTo(new TableKey(List.of("id"), List.of()));
        assertThat(things.attributes()).containsEntry("size", "N").hasSize(4);
        assertThat(things.indexes())
                .containsExactly(new TableIndex(
                        "by_look",
                        new TableKey(List.of("colour", "size"), List.of("made")),
                        "INCLUDE",
                        List.of("name")));
    }

    @Test
    void aQueueHasItsTimesAndItsDeadLetterQueue() {
        assertThat(template.queues())
                .containsExactly(
                        new Queue("WorkQueue", Duration.ofMinutes(30), Optional.of(new Redrive("DeadQueue", 2))),
                        new Queue("DeadQueue", Duration.ofSeconds(30), Optional.empty()));
    }

    @Test
    void aQueueIsNamedByItsUrlItsArnAndItsLogicalId() {
        assertThat(template.function("Send").variables())
                .containsEntry("WORK_QUEUE_URL", "https://sqs.ap-southeast-2.amazonaws.com/000000000000/WorkQueue")
                .containsEntry("WORK_QUEUE", "WorkQueue");
        assertThat(TemplateReader.read(TestTemplate.file(), URI.create("http://127.0.0.1:9324"))
                        .function("Send")
                        .variables())
                .containsEntry("WORK_QUEUE_URL", "http://127.0.0.1:9324/000000000000/WorkQueue");
        assertThat(template.function("Send").statements().getFirst().resources())
                .containsExactly("arn:aws:sqs:ap-southeast-2:000000000000:WorkQueue");
    }

    @Test
    void theSourcesAreTheEventsOfQueues() {
        assertThat(template.function("Work").sources()).containsExactly(new QueueSource("WorkQueue", 5, 2, true, true));
        assertThat(template.function("Send").sources()).isEmpty();
        assertThat(TemplateReader.read(source("Enabled: false")).function("F").sources())
                .containsExactly(new QueueSource("Q", 10, 5, false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BatchSize: 11; BatchSize: a number from 1 to 10 is expected here",
                "BatchSize: many; BatchSize: a whole number is expected here",
                "'ScalingConfig: {MaximumConcurrency: 1}'; MaximumConcurrency: a number from 2 to 1000 is expected here",
                "FunctionResponseTypes: [All]; FunctionResponseTypes[0]: ReportBatchItemFailures is expected here",
                "Enabled: maybe; Enabled: true or false is expected here",
                "FilterCriteria: {}; FilterCriteria: Bilby's local server does not know FilterCriteria",
            })
    void aSourceThatCannotBeServedAsItSaysIsNamedWithItsPlace(String property, String message) {
        assertThatThrownBy(() -> TemplateReader.read(source(property)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.F.Properties.Events.Messages.Properties.")
                .hasMessageEndingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FifoQueue: true; FifoQueue: Bilby's local server does not know FifoQueue",
                "DelaySeconds: 5; DelaySeconds: Bilby's local server does not know DelaySeconds",
                "VisibilityTimeout: long; VisibilityTimeout: a whole number is expected here",
                "'RedrivePolicy: {deadLetterTargetArn: !Ref Q, maxReceiveCount: 3}'; "
                        + "deadLetterTargetArn: the ARN of a queue is expected here",
                "'RedrivePolicy: {deadLetterTargetArn: !GetAtt Q.Arn}'; RedrivePolicy: there is no maxReceiveCount",
                "'RedrivePolicy: {deadLetterTargetArn: !GetAtt Nothing.Arn, maxReceiveCount: 3}'; "
                        + "the template has no parameter and no resource Nothing",
            })
    void aQueueThatCannotBeServedAsItSaysIsNamedWithItsPlace(String property, String message) {
        String text = "Resources: {Q: {Type: 'AWS::SQS::Queue', Properties: {" + property + "}}}";

        assertThatThrownBy(() -> TemplateReader.read(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.Q.Properties")
                .hasMessageEndingWith(message);
    }

    private static String source(String property) {
        return """
                Resources:
                  Q: {Type: 'AWS::SQS::Queue'}
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Events:
                        Messages:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Q.Arn
                            %s
                """.formatted(property);
    }

    @Test
    void corsIsTheHttpApis() {
        assertThat(template.cors())
                .contains(new Cors(
                        List.of("https://shop.example", "https://till.example"),
                        List.of("GET", "PUT"),
                        List.of("authorization"),
                        List.of("location"),
                        false,
                        Optional.of(Duration.ofMinutes(10))));
    }

    @Test
    void whatAConditionKeepsOutIsNotThere() {
        assertThat(template.functions()).extracting(TemplateFunction::id).doesNotContain("Guard");
    }

    @ParameterizedTest
    @CsvSource({
        "!Ref Nothing, no parameter and no resource Nothing",
        "!GetAtt Nothing.Arn, no parameter and no resource Nothing",
        "!Sub '${Nothing}', no parameter and no resource Nothing",
        "'!If [Nothing, a, b]', no condition Nothing",
        "'!Select [0, [a]]', does not know Fn::Select",
        "[a], a text is expected here",
    })
    void whatTheTemplateDoesNotDefineIsNamedWithItsPlace(String value, String message) {
        String text = """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Environment:
                        Variables:
                          V: %s
                """.formatted(value);

        assertThatThrownBy(() -> TemplateReader.read(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.F.Properties.Environment.Variables.V")
                .hasMessageContaining(message);
    }

    @Test
    void aFunctionWithoutAHandlerIsAnError() {
        String text = "Resources: {F: {Type: 'AWS::Serverless::Function', Properties: {}}}";

        assertThatThrownBy(() -> TemplateReader.read(text))
                .hasMessage("template.Resources.F.Properties: there is no Handler");
    }
}
