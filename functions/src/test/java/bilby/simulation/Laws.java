package bilby.simulation;

import static java.util.Objects.requireNonNull;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import bilby.simulation.State.Lot;
import bilby.store.Store;
import bilby.wallet.Action;
import bilby.wallet.Balances;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.ProfileId;
import bilby.wallet.Subject;
import bilby.wallet.Wallet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * The laws, checked after every commit that DynamoDB carries out: of what is stored then, and of what the model says of
 * the request that did it.
 */
final class Laws {

    private final Store store;
    private final SplittableRandom random;
    private final Map<ProfileId, Book> books = new HashMap<>();
    private final Map<ProfileId, List<State>> states = new HashMap<>();
    private final List<Rules> rules = new ArrayList<>(List.of(Rules.USUAL));
    private final Map<Long, Command.Redeem> redemptions = new HashMap<>();
    private final Map<String, Asked> names = new HashMap<>();
    private final Ties ties;
    private final Earned earned;

    /**
     * The laws of a shop where nothing has happened.
     *
     * @param store by a client that never fails
     */
    Laws(Store store, SplittableRandom random) {
        this.store = store;
        this.random = random;
        ties = new Ties(store);
        earned = new Earned(store);
    }

    /** What a member has owned, by the model: after each entry, and before the first. */
    List<State> states(ProfileId member) {
        return states.computeIfAbsent(member, _ -> new ArrayList<>(List.of(State.EMPTY)));
    }

    State state(ProfileId member) {
        return states(member).getLast();
    }

    /** What has been set, one after the other. */
    List<Rules> rules() {
        return rules;
    }

    /** Whether another request has taken the unique name that this one would take. */
    boolean isNamedByAnother(Asked asked) {
        return asked.command
                .ownName()
                .filter(name -> names.get(name) != asked)
                .filter(names::containsKey)
                .isPresent();
    }

    /** A commit of a request's has been carried out just now. */
    void committed(Send send, TransactWriteItemsRequest commit) {
        Asked asked = send.asked;
        Law.SERIAL_ORDER.require(asked.landed.isEmpty(), "took effect twice: ", send);
        Law.SERIAL_ORDER.require(
                send.status.isEmpty() || send.status.get() == 504, "took effect after its answer: ", send);
        Law.SERIAL_ORDER.require(!isNamedByAnother(asked), "the name was another's: ", send);
        asked.landed = Optional.of(send);
        asked.command.ownName().ifPresent(name -> names.put(name, asked));
        if (asked.command instanceof Command.Set set) {
            rules.add(rules.getLast().with(set));
        }
        List<Entry> entries = new ArrayList<>();
        for (TransactWriteItem item : commit.transactItems()) {
            switch (table(item)) {
                case Tables.LEDGER -> entries.add(entry(item.put().item()));
                case Tables.SALES -> ties.saleChanged(id(item));
                default -> {}
            }
        }
        Optional<Posting> posting = commit.transactItems().stream()
                .filter(item -> table(item).equals(Tables.SALES))
                .findFirst()
                .map(item -> new Posting(id(item), state(asked.command.profile()), asked(send, id(item))));
        if (!entries.isEmpty()) {
            asked.version = Optional.of(entries.getFirst().version());
            moved(send, entries, posting.map(Posting::asked));
        }
        posting.ifPresent(of -> posted(send, entries, of));
        commit.transactItems().stream()
                .filter(item -> table(item).equals(Tables.REDEMPTIONS))
                .forEach(item -> ties.redemptionChanged(id(item)));
    }

    /**
     * A commit of a sale.
     *
     * @param before what the member owned
     * @param asked the sale after it, but for its points
     */
    private record Posting(long sale, State before, Earned.Sold asked) {}

    private Earned.Sold asked(Send send, long sale) {
        return earned.asked(send.asked.command, sale, rules.subList(send.firstRules, rules.size()));
    }

    /** What the sale gave is what it should have given, or nothing more could be moved at some moment of the request. */
    private void posted(Send send, List<Entry> entries, Posting posting) {
        Optional<Entry> entry =
                entries.stream().filter(each -> !each.lines().isEmpty()).findFirst();
        Earned.Sold after = entry.flatMap(
                        moved -> model(posting.before(), moved).post(posting.asked()))
                .map(Model.Posted::sale)
                .orElse(posting.asked());
        Law.CONSERVATION.require(
                entry.isPresent() || Earned.isStill(send.times(), posting.before(), posting.asked(), rules.getLast()),
                "nothing is given or taken back by ",
                send);
        earned.became(posting.sale(), after);
        if (!(send.asked.command instanceof Command.DeleteSale)) {
            send.asked.facts = List.of(after.facts());
        }
    }

    private Model model(State before, Entry entry) {
        return new Model(before, entry.at(), rules.getLast(), Shop.EXTENDABLE, newId(entry), named(entry));
    }

    private static String table(TransactWriteItem item) {
        if (item.put() != null) {
            return item.put().tableName();
        }
        return item.delete() != null ? item.delete().tableName() : "";
    }

    private static long id(TransactWriteItem item) {
        Map<String, AttributeValue> key =
                item.put() != null ? item.put().item() : item.delete().key();
        return Long.parseLong(value(key, "id").n());
    }

    private Entry entry(Map<String, AttributeValue> key) {
        return store.get(store.ledger()
                        .key(
                                ProfileId.of(value(key, "profile_id").s()),
                                Long.parseLong(value(key, "version").n())))
                .orElseThrow();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name);
    }

    private void moved(Send send, List<Entry> entries, Optional<Earned.Sold> sale) {
        ProfileId member = send.asked.command.profile();
        Book book = books.computeIfAbsent(member, id -> new Book(store, id));
        for (Entry entry : entries) {
            Law.FOLD.equal(member, entry.profileId(), "whose the entry of ", send);
            Law.FOLD.equal(state(member).version() + 1, entry.version(), "the version of the entry of ", send);
            book.add(entry);
            states(member).add(after(send, entry, sale));
        }
        State state = state(member);
        Wallet wallet = store.get(store.wallets().key(member)).orElseThrow();
        book.check(wallet);
        Law.FOLD.equal(
                state.wallet().stream().map(Lot::toString).toList(),
                wallet.lots().stream().map(Object::toString).toList(),
                "the wallet after ",
                send);
        if (wallet.isOpen()) {
            entries.forEach(book::checkRows);
        }
        checkBalances(state, wallet);
        checkReturn(member, entries.getLast());
    }

    /** What the member owns after an entry, which is as the model says it must be. */
    private State after(Send send, Entry entry, Optional<Earned.Sold> sale) {
        Command command = send.asked.command;
        State before = state(command.profile());
        Law.SERIAL_ORDER.equal(send.commit, entry.commit(), "the commit id of the entry of ", send);
        Law.SERIAL_ORDER.equal(action(command, before, entry), entry.action(), "the action of the entry of ", send);
        Law.SERIAL_ORDER.require(
                send.times().stream().anyMatch(time -> entry.at().equals(later(time, before.last()))),
                "the entry is of a time that never was: ",
                entry);
        List<String> lines = entry.lines().stream().map(Laws::text).toList();
        if (command.isAboutSales()) {
            // The tie of a redemption moves nothing.
            return lines.isEmpty() ? before.moved(entry.at()) : earning(send, entry, sale.orElseThrow(), lines);
        }
        List<Model.Moved> possible = new ArrayList<>();
        for (Rules inForce : rules.subList(send.firstRules, rules.size())) {
            if (entry.rate().equals(new ExchangeRate(inForce.rate()))) {
                new Model(before, entry.at(), inForce, Shop.EXTENDABLE, newId(entry), named(entry))
                        .apply(command)
                        .ifPresent(possible::add);
            }
        }
        Law law = command instanceof Command.Redeem ? Law.ORDER : Law.SERIAL_ORDER;
        law.require(!possible.isEmpty(), "the model refuses what moved\n  ", lines, "\nas ", send);
        if (possible.stream().noneMatch(moved -> moved.lines().equals(lines))) {
            law.equal(possible.getFirst().lines(), lines, "the entry of ", send);
        }
        possible.removeIf(moved -> !moved.lines().equals(lines));
        send.asked.facts = possible.stream().map(Model.Moved::facts).toList();
        if (command instanceof Command.Redeem redeem) {
            redemptions.put(newId(entry), redeem);
        }
        State after = possible.getFirst().after();
        Law.BALANCE.equal(balances(after, entry.at()), entry.balances(), "the balances in the entry of ", send);
        return after;
    }

    private State earning(Send send, Entry entry, Earned.Sold sale, List<String> lines) {
        State before = state(send.asked.command.profile());
        Model.Posted posted = model(before, entry)
                .post(sale)
                .orElseThrow(() -> new LawBroken(Law.CONSERVATION, "no points were owed: " + entry + " of " + send));
        Law.CONSERVATION.equal(posted.lines(), lines, "the entry of ", send);
        Law.BALANCE.equal(
                balances(posted.after(), entry.at()), entry.balances(), "the balances in the entry of ", send);
        return posted.after();
    }

    private static Action action(Command command, State before, Entry entry) {
        return switch (command) {
            case Command.Sell _, Command.ChangeSale _
            when entry.lines().stream().anyMatch(line -> before.lot(line.lot()).isEmpty()) -> Action.ISSUE;
            case Command.IssueReward _, Command.IssuePoints _ -> Action.ISSUE;
            case Command.Redeem _ -> Action.REDEEM;
            case Command.Return _ -> Action.RETURN;
            case Command.Reverse _ -> Action.REVERSAL;
            case Command.Extend _ -> Action.EXTEND;
            case Command.Adjust _, Command.Sell _, Command.ChangeSale _, Command.DeleteSale _ -> Action.ADJUST;
            case Command.Delete _, Command.Close _ -> Action.DELETE;
            case Command.Sweep _ -> Action.EXPIRE;
            case Command.ReadBalances _, Command.Set _ -> throw new LawBroken(Law.SERIAL_ORDER, "it moved: " + command);
        };
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String text(Line line) {
        String text = line.toString();
        int definition = text.indexOf(" #");
        return definition < 0 ? text : text.substring(0, definition);
    }

    /** The new ids are random: the model takes them from the entry. */
    private static long newId(Entry entry) {
        return switch (entry.subject()) {
            case Subject.OfReward(long id) -> id;
            case Subject.OfPoints(long id) -> id;
            case Subject.OfRedemption(long id) -> id;
            case Subject.OfUndoing undoing -> undoing.id();
            case Subject.OfWallet() -> 0;
        };
    }

    private static List<LotId> named(Entry entry) {
        return entry.lines().stream().map(Line::lot).toList();
    }

    private static Balances balances(State state, Instant now) {
        return new Balances(
                Money.ofCents(state.balance(LotKind.REWARD, now)),
                Points.ofHundredths(state.balance(LotKind.POINT, now)));
    }

    /** At some instant, and in the last second of some lot and the one after it. */
    private void checkBalances(State state, Wallet wallet) {
        List<Instant> instants = new ArrayList<>();
        instants.add(state.last().plus(Duration.ofSeconds(random.nextLong(-9_000_000, 9_000_000))));
        if (!state.lots().isEmpty()) {
            Lot lot = state.lots().get(random.nextInt(state.lots().size()));
            lot.expires().ifPresent(end -> instants.addAll(List.of(end, end.plusSeconds(1))));
            instants.add(lot.issued().minusSeconds(random.nextInt(2)));
        }
        for (Instant now : instants) {
            // Once its expiry is recorded a lot counts for nothing, at earlier instants too: the wallet never reads the
            // past.
            if (!now.isBefore(state.last())) {
                Law.BALANCE.equal(balances(state, now), wallet.balances(now), "the balance at ", now);
            }
        }
    }

    /** Where a return follows its redemption, and nothing it took has expired: what a smaller redemption would have left. */
    private void checkReturn(ProfileId member, Entry entry) {
        List<State> all = states(member);
        if (!(entry.subject() instanceof Subject.OfUndoing undoing) || all.size() < 3) {
            return;
        }
        State before = all.get(all.size() - 3);
        State.Redemption of = all.getLast().redemption(undoing.redemptionId()).orElseThrow();
        boolean isNeighbour = before.redemption(of.id()).isEmpty();
        if (!isNeighbour || of.burns().stream().anyMatch(burn -> isExpired(before, burn.lot(), entry.at()))) {
            return;
        }
        Command.Redeem redeem = requireNonNull(redemptions.get(of.id()));
        long kept = of.total() - of.returned();
        Rules then = new Rules(of.rate(), false, 0, 0, BigDecimal.ZERO);
        State smaller = kept == 0
                ? before
                : new Model(before, of.at(), then, Shop.EXTENDABLE, 0, List.of())
                        .apply(new Command.Redeem(member, kept, redeem.strategies(), Optional.of(false), false))
                        .orElseThrow()
                        .after();
        Law.RETURN.equal(smaller.wallet(), all.getLast().wallet(), "the wallet after ", entry);
    }

    private static boolean isExpired(State state, LotId lot, Instant now) {
        return state.lot(lot).orElseThrow().isExpired(now);
    }
}
