package bilby.local.sqs;

import bilby.local.template.Arns;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Writes the event that Lambda hands to a function with the messages of a queue. */
final class SqsEvent {

    private SqsEvent() {}

    /**
     * The event in JSON.
     *
     * @param queue the queue's name
     */
    static byte[] write(String queue, List<Message> messages) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        messages.forEach(message -> write(queue, message, records.addObject()));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(String queue, Message message, ObjectNode json) {
        json.put("messageId", message.messageId());
        json.put("receiptHandle", message.receiptHandle());
        json.put("body", message.body());
        ObjectNode attributes = json.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        ObjectNode own = json.putObject("messageAttributes");
        message.messageAttributes().forEach((name, value) -> write(value, own.putObject(name)));
        json.put("md5OfBody", message.md5OfBody());
        json.put("eventSource", "aws:sqs");
        json.put("eventSourceARN", Arns.queue(queue));
        json.put("awsRegion", Arns.REGION);
    }

    private static void write(MessageAttributeValue value, ObjectNode json) {
        Optional.ofNullable(value.stringValue()).ifPresent(text -> json.put("stringValue", text));
        Optional.ofNullable(value.binaryValue())
                .map(SdkBytes::asByteArrayUnsafe)
                .ifPresent(bytes -> json.put("binaryValue", bytes));
        json.putArray("stringListValues");
        json.putArray("binaryListValues");
        json.put("dataType", value.dataType());
    }
}
