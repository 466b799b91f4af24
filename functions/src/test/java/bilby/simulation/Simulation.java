package bilby.simulation;

import bilby.functions.http.Environment;
import bilby.store.Store;
import bilby.store.WaitingStore;
import bilby.store.memory.InMemoryDynamoDb;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One history, all of it by one seed: who asks for what and when, who goes first, and what fails. */
final class Simulation {

    private static final int MOST_STEPS = 50;

    /** In milliseconds: what Lambda gives a function, and what is all but used up. */
    private static final int PATIENT = 29_000;

    private static final int IMPATIENT = 3_050;

    private final SplittableRandom random;
    private final DynamoDbClient real;
    private final UnaryOperator<DynamoDbClient> perSend;
    private final Consumer<Supplier<String>> trace;
    final Tally tally = new Tally();

    private final Clock clock = new Clock();
    private final Turns turns = new Turns();
    private final Shop shop;
    private final Laws laws;
    private final Answers answers;
    private final Steps steps;
    private final Delivery delivery;
    private final Sweeper sweeper = new Sweeper();
    private final int length;
    private final int clients;
    private final int percent;
    private final List<Asked> running = new ArrayList<>();
    private final List<Asked> again = new ArrayList<>();
    private int sent;

    /**
     * The history of a seed.
     *
     * @param real where all is kept
     * @param perSend what stands between one send and DynamoDB besides; a test plants bugs with it
     * @param trace is told what happens
     */
    Simulation(
            long seed, InMemoryDynamoDb real, UnaryOperator<DynamoDbClient> perSend, Consumer<Supplier<String>> trace) {
        this.random = new SplittableRandom(seed);
        this.real = real;
        this.perSend = perSend;
        this.trace = trace;
        length = random.nextInt(1, MOST_STEPS + 1);
        clients = random.nextInt(2, 5);
        percent = List.of(0, 2, 10, 30).get(random.nextInt(4));
        shop = new Shop(real, random.nextInt(1, 4));
        laws = new Laws(shop.store, random.split());
        answers = new Answers(laws);
        steps = new Steps(random.split(), shop, laws, clock);
        delivery = new Delivery(real, laws);
    }

    /**
     * Runs it to its end.
     *
     * @throws LawBroken if a law does not hold
     */
    void run() {
        try {
            while (sent < length || turns.size() > 0) {
                clock.mayJump(random);
                if (sent < length && running.size() < clients && (turns.size() == 0 || random.nextInt(3) == 0)) {
                    sent++;
                    send(next());
                } else {
                    turns.let(random.nextInt(turns.size()));
                }
            }
            delivery.arrive(random);
            shop.members.forEach(this::prove);
        } finally {
            turns.abandon();
        }
    }

    /** The product's own proof finds nothing either. */
    private void prove(ProfileId member) {
        Operation verify = Operation.verify(member);
        Environment environment = new Environment(Tables.VARIABLES, shop.store, clock, new SplittableRandom(0));
        APIGatewayV2HTTPResponse response = verify.handler()
                .apply(environment)
                .handleRequest(verify.event(Optional.empty()), new Lambda(member, () -> PATIENT));
        Law.FOLD.require(
                response.getStatusCode() == 404
                        ? !laws.state(member).isOpen()
                        : response.getBody().contains("\"consistent\":true"),
                response.getBody());
    }

    /** All that is stored. */
    String stored() {
        StringBuilder text = new StringBuilder();
        for (String table : Tables.ALL) {
            real.scan(scan -> scan.tableName(table))
                    .items()
                    .forEach(item -> text.append(new TreeMap<>(item)).append('\n'));
        }
        return text.toString();
    }

    int length() {
        return length;
    }

    /** A new request; or one once more that was sent before, or is under way. */
    private Asked next() {
        if (!again.isEmpty() && random.nextInt(3) == 0) {
            return again.remove(random.nextInt(again.size()));
        }
        List<Asked> doubled =
                running.stream().filter(asked -> asked.key.isPresent()).toList();
        if (!doubled.isEmpty() && random.nextInt(12) == 0) {
            return doubled.get(random.nextInt(doubled.size()));
        }
        Command command = steps.next();
        return new Asked(sent, command, !(command instanceof Command.Sweep) && random.nextInt(10) < 6);
    }

    private void send(Asked asked) {
        running.add(asked);
        boolean isPatient = random.nextInt(6) != 0;
        long seed = random.nextLong();
        SplittableRandom faults = random.split();
        var _ = turns.add(turn -> {
            Send send = new Send(
                    asked,
                    turn,
                    clock,
                    seed,
                    isPatient ? PATIENT : IMPATIENT + faults.nextInt(1_000),
                    isPatient,
                    laws,
                    tally);
            trace.accept(() -> clock.instant() + " sent: " + send);
            answers.begins(send);
            handle(send, faults);
            running.remove(asked);
            mayBeSentAgain(send);
        });
    }

    private void handle(Send send, SplittableRandom faults) {
        DynamoDbClient client = perSend.apply(new FaultyDynamo(delivery, send, faults, percent));
        Store store = WaitingStore.of(
                client, Tables.VARIABLES, faults.split(), wait -> send.pause(Math.toIntExact(wait.toMillis())));
        Environment environment = new Environment(Tables.VARIABLES, store, send, send.random());
        int status;
        String body = "";
        if (send.asked.command instanceof Command.Sweep sweep) {
            status = sweeper.sweep(environment, sweep.profile(), send);
        } else {
            Operation operation = Operation.of(send.asked.command);
            APIGatewayV2HTTPResponse response = operation
                    .handler()
                    .apply(environment)
                    .handleRequest(operation.event(send.asked.key), new Lambda(send, send::millisLeft));
            status = response.getStatusCode();
            body = response.getBody();
            if (response.getHeaders().containsKey("Idempotent-Replayed")) {
                tally.add("answered again");
            }
        }
        String answer = body;
        trace.accept(() -> clock.instant() + " answered " + status + " "
                + (status < 300 ? Facts.of(send.asked.command, answer) : answer) + ": " + send);
        tally.add("answer " + send.asked.command.name() + " " + status);
        delivery.answered(send);
        answers.check(send, status, body);
        if (send.asked.command instanceof Command.Sell sale && status == 201) {
            steps.sold(sale.profile(), Facts.id(body));
        }
    }

    /** A client that has a key sends it again while it does not know; and now and then when it knows. */
    private void mayBeSentAgain(Send send) {
        boolean isUnknown = send.status.filter(status -> status >= 500).isPresent() || random.nextInt(5) == 0;
        if (send.asked.key.isPresent() && isUnknown) {
            again.add(send.asked);
        }
    }
}
