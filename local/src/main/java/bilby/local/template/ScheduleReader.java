package bilby.local.template;

import bilby.local.timetable.Timetable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Reads a function's event of the type ScheduleV2. */
final class ScheduleReader {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> READ =
            Set.of("ScheduleExpression", "ScheduleExpressionTimezone", "State", "Input", "Name");

    /** What does not decide when a schedule fires first, or what it hands over. */
    private static final Set<String> PASSED_OVER = Set.of(
            "DeadLetterConfig",
            "Description",
            "FlexibleTimeWindow",
            "GroupName",
            "KmsKeyArn",
            "OmitName",
            "PermissionsBoundary",
            "RetryPolicy",
            "RoleArn");

    private ScheduleReader() {}

    /** @param function the logical id of the function whose event this is */
    static Schedule read(String function, Part event) {
        Part properties = event.get("Properties");
        properties.onlyHas(READ, PASSED_OVER);
        return new Schedule(
                event.name(),
                properties.find("Name").map(Part::text).orElse(function + event.name()),
                timetable(properties),
                properties.find("State").map(ScheduleReader::isEnabled).orElse(true),
                properties.find("Input").map(ScheduleReader::input));
    }

    private static Timetable timetable(Part properties) {
        Part expression = properties.get("ScheduleExpression");
        ZoneId zone = properties
                .find("ScheduleExpressionTimezone")
                .map(ScheduleReader::zone)
                .orElse(ZoneId.of("UTC"));
        try {
            return Timetable.parse(expression.text(), zone);
        } catch (IllegalArgumentException e) {
            throw expression.error(Optional.ofNullable(e.getMessage()).orElse("this is no schedule"));
        }
    }

    private static ZoneId zone(Part zone) {
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException e) {
            throw zone.error("there is no time zone " + zone.text());
        }
    }

    private static boolean isEnabled(Part state) {
        return switch (state.text()) {
            case "ENABLED" -> true;
            case "DISABLED" -> false;
            default -> throw state.error("ENABLED or DISABLED is expected here");
        };
    }

    private static String input(Part input) {
        try {
            JSON.readTree(input.text());
            return input.text();
        } catch (JsonProcessingException e) {
            throw input.error("JSON is expected here");
        }
    }
}
