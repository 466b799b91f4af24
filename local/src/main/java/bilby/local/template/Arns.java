package bilby.local.template;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The names that resources have on one machine, in the form that AWS gives them. */
public final class Arns {

    public static final String REGION = "ap-southeast-2";
    public static final String ACCOUNT = "000000000000";

    private static final String STREAM = "/stream/local";

    /** Where SQS answers on AWS. */
    static final URI SQS = URI.create("https://sqs." + REGION + ".amazonaws.com");

    private Arns() {}

    /** The ARN of the table of this name. */
    public static String table(String name) {
        return arn("dynamodb", "table/" + name);
    }

    /** The ARN of an index of the table of this name. */
    public static String index(String table, String index) {
        return table(table) + "/index/" + index;
    }

    /** The ARN of the stream of the table of this name. */
    public static String stream(String table) {
        return table(table) + STREAM;
    }

    /** The name of the table whose stream has this ARN, if it is one of a stream. */
    static Optional<String> tableOfStream(String arn) {
        String start = table("");
        return arn.startsWith(start) && arn.endsWith(STREAM)
                ? Optional.of(arn.substring(start.length(), arn.length() - STREAM.length()))
                : Optional.empty();
    }

    /** The ARN of the function of this name. */
    public static String function(String name) {
        return arn("lambda", "function:" + name);
    }

    /** The ARN of the schedule of this name. */
    public static String schedule(String name) {
        return arn("scheduler", "schedule/default/" + name);
    }

    /** The ARN of the queue of this name. */
    public static String queue(String name) {
        return arn("sqs", name);
    }

    /** The name of the queue that has this ARN, if it is one of a queue. */
    public static Optional<String> queueName(String arn) {
        String start = queue("");
        return arn.startsWith(start) ? Optional.of(arn.substring(start.length())) : Optional.empty();
    }

    /**
     * The URL of the queue of this name.
     *
     * @param root where SQS answers
     */
    public static String queueUrl(URI root, String name) {
        return root + "/" + ACCOUNT + "/" + name;
    }

    /** The ARN of a resource of the template; its logical id is its name. */
    static String of(String type, String id) {
        return switch (type) {
            case "AWS::DynamoDB::Table" -> table(id);
            case "AWS::SQS::Queue" -> queue(id);
            case "AWS::Serverless::Function", "AWS::Lambda::Function" -> function(id);
            default -> arn(type.split("::", -1)[1].toLowerCase(Locale.ROOT), id);
        };
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}
