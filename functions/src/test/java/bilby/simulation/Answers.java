package bilby.simulation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What every answer must be, by what has happened until it was given. */
final class Answers {

    private final Laws laws;

    /** The ids that a client has been answered. */
    private final Set<Long> told = new HashSet<>();

    Answers(Laws laws) {
        this.laws = laws;
    }

    /** A send begins just now. What it asks for may not be seen yet, if nobody has been told that it is there. */
    void begins(Send send) {
        send.knowsWhatItAsksFor = told.containsAll(send.asked.command.named());
    }

    /** A send is answered just now. */
    void check(Send send, int status, String body) {
        send.status = Optional.of(status);
        switch (status) {
            case 200, 201, 204 -> checkSuccess(send, status, body);
            case 404, 409, 422 -> checkRefusal(send, status, body);
            case 503 -> {
                checkUnmoved(send);
                checkProgress(send);
            }
            case 504 -> checkProgress(send);
            default -> throw new LawBroken(Law.SERIAL_ORDER, "answered " + status + " " + body + ": " + send);
        }
    }

    private void checkSuccess(Send send, int status, String body) {
        Asked asked = send.asked;
        if (asked.command.isRead()) {
            List<String> facts = Facts.of(asked.command, body);
            Law.SERIAL_ORDER.require(
                    isExplained(
                            send,
                            model -> model.apply(asked.command)
                                    .filter(moved -> moved.facts().equals(facts))
                                    .isPresent()),
                    "at no moment was it so: ",
                    facts,
                    " for ",
                    send);
            return;
        }
        Law.SERIAL_ORDER.require(asked.landed.isPresent(), "success, and nothing took effect: ", send);
        Law.SERIAL_ORDER.require(
                asked.key.isPresent() || asked.landed.get() == send, "success by another's commit: ", send);
        if (asked.answer.isPresent()) {
            Law.SERIAL_ORDER.equal(asked.answer.get(), body, "the answer to ", send);
            return;
        }
        asked.answer = Optional.of(body);
        if (status == 201) {
            told.add(Facts.id(body));
        }
        if (!asked.facts.isEmpty()) {
            List<String> facts = Facts.of(asked.command, body);
            if (!asked.facts.contains(facts)) {
                Law.SERIAL_ORDER.equal(asked.facts.getFirst(), facts, "what is answered to ", send);
            }
        }
    }

    /** It is true of some moment of the request's time, and of one before the request itself took effect. */
    private void checkRefusal(Send send, int status, String body) {
        Asked asked = send.asked;
        boolean isGone = !laws.state(asked.command.profile()).isOpen();
        // Of a deleted profile no answer is given again, not even to the request that it was kept for.
        if (!(isGone && status == 404 && asked.key.isPresent())) {
            checkUnmoved(send);
        }
        if (isGone || !send.knowsWhatItAsksFor || asked.command.isAboutSales() || laws.isNamedByAnother(asked)) {
            return;
        }
        Law.SERIAL_ORDER.require(
                !(asked.command instanceof Command.Set)
                        && isExplained(send, model -> model.apply(asked.command).isEmpty()),
                "at no moment was there a reason for ",
                status,
                " ",
                body,
                ": ",
                send);
    }

    private boolean isExplained(Send send, Predicate<Model> holds) {
        List<State> states = laws.states(send.asked.command.profile());
        int end = send.asked.version.map(Long::intValue).orElse(states.size());
        for (State state : states.subList(Math.min(send.firstState, end), end)) {
            for (Rules rules :
                    laws.rules().subList(send.firstRules, laws.rules().size())) {
                for (Instant time : send.times()) {
                    Instant now = Laws.later(time, state.last());
                    if (holds.test(new Model(state, now, rules, Shop.EXTENDABLE, 0, List.of()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void checkUnmoved(Send send) {
        Law.SERIAL_ORDER.require(
                send.asked.landed.filter(landed -> landed == send).isEmpty(),
                "it took effect, and the answer is ",
                send.status,
                ": ",
                send);
    }

    private static void checkProgress(Send send) {
        Law.PROGRESS.require(!send.mustBeAnswered(), "answered ", send.status, ": ", send);
    }
}
