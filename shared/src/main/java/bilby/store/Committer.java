package bilby.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Carries a request through: read, decide, commit, and again from the reads on where another was faster, until the
 * caller's deadline (docs/design.md, "The commit").
 *
 * <p>An attempt whose answer was lost is a doubt. Nothing is answered and nothing is tried at another version until
 * each doubt is settled: it took effect, and then its answer is the request's; or another took its version, and then it
 * never will.
 */
final class Committer {

    /** With less time than this left no further try is begun, and nothing is committed. */
    private static final Duration SHORTEST_TRY = Duration.ofMillis(50);

    /** Why a transaction can be cancelled that may be made again. */
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;
    private final Reader reader;
    private final Backoff backoff;

    Committer(DynamoDbClient client, Reader reader, Backoff backoff) {
        this.client = client;
        this.reader = reader;
        this.backoff = backoff;
    }

    <A> Outcome<A> run(Deadline deadline, NewIds ids, Supplier<Plan<A>> decide) {
        List<Plan.Commit<A>> doubts = new ArrayList<>();
        for (int failures = 0; ; failures++) {
            if (failures > 0) {
                backoff.pause(failures);
            }
            if (isTooShort(deadline.left())) {
                return doubts.isEmpty() ? new Outcome.NothingMoved<>() : new Outcome.Unknown<>();
            }
            try {
                Optional<Outcome<A>> outcome = tryOnce(deadline, ids, decide, doubts);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            } catch (DynamoDbException e) {
                if (!isPassing(e)) {
                    throw e;
                }
            } catch (SdkClientException e) {
                // A read that found no answer: the next try reads again.
            }
        }
    }

    private <A> Optional<Outcome<A>> tryOnce(
            Deadline deadline, NewIds ids, Supplier<Plan<A>> decide, List<Plan.Commit<A>> doubts) {
        Plan<A> plan = decide.get();
        Iterator<Plan.Commit<A>> undecided = doubts.iterator();
        while (undecided.hasNext()) {
            Plan.Commit<A> doubt = undecided.next();
            switch (doubt.change().fate(reader)) {
                case LANDED -> {
                    return answered(doubt.answer());
                }
                case DEAD -> undecided.remove();
                case PENDING -> {
                    // Only an attempt that excludes it may be made beside it.
                    if (!(plan instanceof Plan.Commit<A> commit && commit.excludes(doubt))) {
                        return Optional.empty();
                    }
                }
                case UNKNOWABLE -> {
                    return Optional.of(new Outcome.Unknown<>());
                }
            }
        }
        return switch (plan) {
            case Plan.Nothing<A> nothing -> answered(nothing.answer());
            case Plan.Commit<A> commit -> attempt(commit, deadline, ids, doubts);
        };
    }

    private <A> Optional<Outcome<A>> attempt(
            Plan.Commit<A> commit, Deadline deadline, NewIds ids, List<Plan.Commit<A>> doubts) {
        Duration left = deadline.left();
        if (isTooShort(left)) {
            return Optional.empty();
        }
        try {
            client.transactWriteItems(request(commit, left));
            return answered(commit.answer());
        } catch (TransactionCanceledException e) {
            return refused(commit, e.cancellationReasons(), ids, doubts);
        } catch (TransactionInProgressException e) {
            doubts.add(commit);
            return Optional.empty();
        } catch (DynamoDbException e) {
            if (!isPassing(e)) {
                throw e;
            }
            if (!e.isThrottlingException()) {
                doubts.add(commit);
            }
            return Optional.empty();
        } catch (SdkClientException e) {
            doubts.add(commit);
            return Optional.empty();
        }
    }

    /** A stale read outranks whatever else was refused: what follows from it was decided on what is no longer so. */
    private static <A> Optional<Outcome<A>> refused(
            Plan.Commit<A> commit, List<CancellationReason> reasons, NewIds ids, List<Plan.Commit<A>> doubts) {
        Optional<A> kept = kept(commit, reasons);
        if (kept.isPresent()) {
            return answered(kept.get());
        }
        Optional<A> taken = Optional.empty();
        boolean collided = false;
        for (int i = 0; i < reasons.size(); i++) {
            switch (Optional.ofNullable(reasons.get(i).code()).orElse("None")) {
                case "None" -> {}
                case "ConditionalCheckFailed" -> {
                    switch (commit.writes().get(i).ifRefused()) {
                        case STALE -> {
                            return Optional.empty();
                        }
                        case TAKEN ->
                            taken = taken.isPresent()
                                    ? taken
                                    : Optional.of(
                                            commit.whenTaken(i, reasons.get(i).item()));
                        case COLLISION -> collided = true;
                    }
                }
                case String code
                when PASSING.contains(code) -> {
                    return Optional.empty();
                }
                case String code -> throw new IllegalStateException("a commit was refused: " + code);
            }
        }
        if (!doubts.isEmpty()) {
            // What stands in the way may be our own: the next try settles it.
            return Optional.empty();
        }
        if (taken.isPresent()) {
            return answered(taken.get());
        }
        if (collided) {
            ids.renew();
        }
        return Optional.empty();
    }

    /** The answer that stands under the request's idempotency key already. */
    private static <A> Optional<A> kept(Plan.Commit<A> commit, List<CancellationReason> reasons) {
        return IntStream.range(0, reasons.size())
                .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()) && commit.keepsAnswer(i))
                .mapToObj(i -> commit.whenTaken(i, reasons.get(i).item()))
                .findFirst();
    }

    private static boolean isTooShort(Duration left) {
        return left.compareTo(SHORTEST_TRY) < 0;
    }

    private static TransactWriteItemsRequest request(Plan.Commit<?> commit, Duration left) {
        return TransactWriteItemsRequest.builder()
                .transactItems(commit.writes().stream().map(Write::action).toList())
                .overrideConfiguration(override -> override.apiCallTimeout(left))
                .build();
    }

    /** Whether it goes away by itself: throttling, and faults of the service's own. */
    private static boolean isPassing(DynamoDbException e) {
        return e.isThrottlingException()
                || e.statusCode() >= 500
                || e instanceof TransactionInProgressException
                || e instanceof TransactionConflictException
                || (e instanceof TransactionCanceledException cancelled && isPassing(cancelled));
    }

    private static boolean isPassing(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .flatMap(reason -> Optional.ofNullable(reason.code()).stream())
                .anyMatch(PASSING::contains);
    }

    private static <A> Optional<Outcome<A>> answered(A answer) {
        return Optional.of(new Outcome.Answered<>(answer));
    }
}
