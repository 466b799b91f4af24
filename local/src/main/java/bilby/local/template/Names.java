package bilby.local.template;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a template's references can name.
 *
 * @param parameters the value of each, a text or a list of texts
 * @param resources the type of each resource that exists here, by its logical id
 * @param sqs where SQS answers
 */
record Names(Map<String, Object> parameters, Map<String, String> resources, URI sqs) {

    /** What is written for a property that shall be as if it were not there. */
    static final Object NO_VALUE = new Object();

    private static final Map<String, Object> PSEUDO = Map.of(
            "AWS::NoValue",
            NO_VALUE,
            "AWS::Region",
            Arns.REGION,
            "AWS::AccountId",
            Arns.ACCOUNT,
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com",
            "AWS::StackName",
            "bilby-local");

    /** What {@code !Ref name} gives: a queue's URL, and any other resource's logical id. */
    Object ref(String where, String name) {
        return Optional.ofNullable(PSEUDO.get(name))
                .or(() -> Optional.ofNullable(parameters.get(name)))
                .or(() -> Optional.ofNullable(resources.get(name))
                        .map(type -> type.equals("AWS::SQS::Queue") ? Arns.queueUrl(sqs, name) : name))
                .orElseThrow(() -> unknown(where, name));
    }

    /** What {@code !GetAtt resource.attribute} gives; only an ARN, a stream's and a queue's name mean anything on one machine. */
    String attribute(String where, String resource, String attribute) {
        String type = Optional.ofNullable(resources.get(resource)).orElseThrow(() -> unknown(where, resource));
        return switch (attribute) {
            case "Arn" -> Arns.of(type, resource);
            case "QueueName" -> resource;
            case "StreamArn" -> Arns.stream(resource);
            default -> resource + "." + attribute;
        };
    }

    private static TemplateException unknown(String where, String name) {
        return new TemplateException(where, "the template has no parameter and no resource " + name);
    }
}
