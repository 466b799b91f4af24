package bilby.api;

import bilby.api.Api.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls that are made at once. */
final class Together {

    private Together() {}

    /** The answers to so many calls, in the order of their numbers from 0. */
    static List<Answer> call(int times, IntFunction<Answer> call) {
        List<Callable<Answer>> calls = IntStream.range(0, times)
                .<Callable<Answer>>mapToObj(number -> () -> call.apply(number))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.Builder<Answer> answers = Stream.builder();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers.build().toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The statuses of the answers to so many calls, the smallest first. */
    static List<Integer> statuses(int times, IntFunction<Answer> call) {
        return call(times, call).stream().map(Answer::status).sorted().toList();
    }
}
