package bilby.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.HttpCode;
import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Schedule;
import bilby.local.template.TemplateFunction;
import bilby.local.timetable.Timetable;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final ScheduledFunction hourly = scheduled("rate(1 hour)");
    private final ScheduledFunction daily = scheduled("cron(0 13 * * ? *)");
    private final ScheduledFunction once = scheduled("at(2026-02-28T14:30:00)");
    private final Agenda agenda = new Agenda(List.of(hourly, daily, once), at("2026-02-28T12:00:00Z"));

    @Test
    void nothingFiresBeforeItsTime() {
        assertThat(agenda.due(at("2026-02-28T12:00:00Z"))).isEmpty();
        assertThat(agenda.due(at("2026-02-28T12:59:59.999Z"))).isEmpty();
        assertThat(agenda.next()).contains(at("2026-02-28T13:00:00Z"));
    }

    @Test
    void atItsTimeItFiresOnce() {
        assertThat(agenda.due(at("2026-02-28T13:00:00Z"))).containsExactly(hourly, daily);
        assertThat(agenda.due(at("2026-02-28T13:00:00Z"))).isEmpty();
        assertThat(agenda.next()).contains(at("2026-02-28T14:00:00Z"));
    }

    @Test
    void aYearThatIsSkippedIsOneFiringOfEach() {
        assertThat(agenda.due(at("2027-02-28T12:00:00Z"))).containsExactly(hourly, daily, once);
        assertThat(agenda.due(at("2027-02-28T12:00:00Z"))).isEmpty();
        assertThat(agenda.next()).contains(at("2027-02-28T13:00:00Z"));
    }

    @Test
    void aTimeThatRunsBackFiresNothingAndIsLivedAgain() {
        assertThat(agenda.due(at("2026-02-28T14:30:00Z"))).hasSize(3);
        assertThat(agenda.due(at("2026-02-28T13:30:00Z"))).isEmpty();
        assertThat(agenda.due(at("2026-02-28T14:30:00Z"))).containsExactly(hourly, once);
    }

    @Test
    void whatIsOverIsNotNext() {
        Agenda over = new Agenda(List.of(once), at("2026-02-28T14:30:00Z"));

        assertThat(over.next()).isEmpty();
        assertThat(over.due(at("2030-01-01T00:00:00Z"))).isEmpty();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static ScheduledFunction scheduled(String expression) {
        Schedule schedule =
                new Schedule("E", "FE", Timetable.parse(expression, ZoneId.of("UTC")), true, Optional.empty());
        return new ScheduledFunction(
                new LambdaFunction(
                        new TemplateFunction(
                                "F",
                                "a.B",
                                Duration.ofSeconds(1),
                                128,
                                Map.of(),
                                List.of(),
                                List.of(schedule),
                                List.of(),
                                List.of(),
                                List.of()),
                        HttpCode.of((event, context) -> new APIGatewayV2HTTPResponse())),
                schedule);
    }
}
