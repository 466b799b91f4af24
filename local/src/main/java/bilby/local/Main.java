package bilby.local;

import bilby.local.http.StartException;
import bilby.local.template.TemplateException;

/** {@code mvn -Plocal}: serves template.yaml on this machine until it is stopped. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        if (Boolean.getBoolean("bilby.stop-with-parent")) {
            ParentWatch.start();
        }
        try {
            serve(Options.of(System.getProperties()));
        } catch (StartException | TemplateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(Options options) {
        LocalServer server = LocalServer.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("Bilby is ready: " + server.uri() + "/api/v3 (token: " + LocalToken.SECRET + ")");
        server.consoleUri().ifPresent(uri -> System.out.println("The console: " + uri));
        server.sqsUri().ifPresent(uri -> System.out.println("ElasticMQ: " + uri));
        System.out.println("DynamoDB Local: " + server.dynamoDbUri());
    }
}
