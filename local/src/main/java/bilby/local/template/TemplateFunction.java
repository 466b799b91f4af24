package bilby.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param id its logical id
 * @param handlerClass the class that handles its events
 * @param timeout how long Lambda lets one invocation run
 * @param memory in megabytes
 * @param variables its environment, the template's Globals included
 * @param routes the requests of the HTTP API that lead to it; none for a function behind something else
 * @param schedules what invokes it by the clock
 * @param sources the queues whose messages it is given
 * @param streams the tables' streams whose records it is given
 * @param statements what its role may do
 */
public record TemplateFunction(
        String id,
        String handlerClass,
        Duration timeout,
        int memory,
        Map<String, String> variables,
        List<Route> routes,
        List<Schedule> schedules,
        List<QueueSource> sources,
        List<StreamSource> streams,
        List<Statement> statements) {

    public TemplateFunction {
        variables = Map.copyOf(variables);
        routes = List.copyOf(routes);
        schedules = List.copyOf(schedules);
        sources = List.copyOf(sources);
        streams = List.copyOf(streams);
        statements = List.copyOf(statements);
    }
}
