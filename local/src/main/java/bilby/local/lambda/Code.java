package bilby.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.stream.Stream;

/**
 * A handler, with Lambda's own serialisation of its event and its answer around it.
 *
 * @param <E> the event
 * @param <A> the answer
 */
public final class Code<E, A> {

    private final RequestHandler<E, A> handler;
    private final PojoSerializer<E> events;
    private final PojoSerializer<A> answers;

    public Code(RequestHandler<E, A> handler, Type event, Type answer) {
        this.handler = handler;
        this.events = serializer(event);
        this.answers = serializer(answer);
    }

    /** This handler with the types that its class says. */
    public static <E, A> Code<E, A> of(RequestHandler<E, A> handler) {
        Method method = Stream.of(handler.getClass().getMethods())
                .filter(it -> it.getName().equals("handleRequest") && !it.isBridge())
                .findFirst()
                .orElseThrow();
        return new Code<>(handler, method.getGenericParameterTypes()[0], method.getGenericReturnType());
    }

    /** As Lambda's runtime chooses it: the events of aws-lambda-java-events are read in a way of their own. */
    @SuppressWarnings("unchecked")
    private static <T> PojoSerializer<T> serializer(Type type) {
        return type instanceof Class<?> known && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())
                ? LambdaEventSerializers.serializerFor((Class<T>) known, known.getClassLoader())
                : (PojoSerializer<T>) JacksonFactory.getInstance().getSerializer(type);
    }

    /** Takes an event in JSON, and gives the answer in JSON. */
    byte[] handle(byte[] event, Context context) {
        A answer = handler.handleRequest(events.fromJson(new ByteArrayInputStream(event)), context);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        answers.toJson(answer, json);
        return json.toByteArray();
    }
}
