package bilby.local.streams;

import bilby.local.template.Arns;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Writes the event that Lambda hands to a function with the records of a table's stream. */
final class StreamEvent {

    private StreamEvent() {}

    /**
     * The event in JSON.
     *
     * @param table the table's name
     */
    static byte[] write(String table, List<Record> records) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode list = event.putArray("Records");
        records.forEach(record -> write(table, record, list.addObject()));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(String table, Record record, ObjectNode json) {
        json.put("eventID", record.eventID());
        json.put("eventName", record.eventNameAsString());
        json.put("eventVersion", record.eventVersion());
        json.put("eventSource", "aws:dynamodb");
        json.put("awsRegion", Arns.REGION);
        StreamRecord told = record.dynamodb();
        ObjectNode change = json.putObject("dynamodb");
        change.put(
                "ApproximateCreationDateTime",
                told.approximateCreationDateTime().getEpochSecond());
        write(told.keys(), change.putObject("Keys"));
        if (told.hasNewImage()) {
            write(told.newImage(), change.putObject("NewImage"));
        }
        if (told.hasOldImage()) {
            write(told.oldImage(), change.putObject("OldImage"));
        }
        change.put("SequenceNumber", told.sequenceNumber());
        change.put("SizeBytes", told.sizeBytes());
        change.put("StreamViewType", told.streamViewTypeAsString());
        json.put("eventSourceARN", Arns.stream(table));
    }

    private static void write(Map<String, AttributeValue> item, ObjectNode json) {
        item.forEach((name, value) -> write(value, json.putObject(name)));
    }

    private static void write(AttributeValue value, ObjectNode json) {
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", value.b().asByteArray());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case SS -> value.ss().forEach(json.putArray("SS")::add);
            case NS -> value.ns().forEach(json.putArray("NS")::add);
            case BS -> value.bs().forEach(bytes -> json.withArrayProperty("BS").add(bytes.asByteArray()));
            case L -> {
                ArrayNode list = json.putArray("L");
                value.l().forEach(element -> write(element, list.addObject()));
            }
            case M -> write(value.m(), json.putObject("M"));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("an attribute of no known type");
        }
    }
}
