package bilby.functions.http;

import bilby.batch.BatchId;
import bilby.claim.Claim;
import bilby.claim.KeptAnswer;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.time.WallClock;
import bilby.wallet.CommitId;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One try of a request whose bearer is allowed: what its first read found, and what the try may use. */
public final class Attempt {

    private final Store store;
    private final Snapshot first;
    private final Optional<Key<Settings>> settings;
    private final Instant clock;
    private final CommitId commit;
    private final Optional<IdempotencyKey> key;
    private final NewIds ids;

    Attempt(
            Store store,
            Snapshot first,
            Optional<Key<Settings>> settings,
            Instant clock,
            CommitId commit,
            Optional<IdempotencyKey> key,
            NewIds ids) {
        this.store = store;
        this.first = first;
        this.settings = settings;
        this.clock = clock;
        this.commit = commit;
        this.key = key;
        this.ids = ids;
    }

    /**
     * A try of what is not asked for by a request, but by a message.
     *
     * @param first what was read, the settings among it
     * @param commit made once for all its tries, as the ids are
     */
    public static Attempt ofMessage(Environment environment, Snapshot first, CommitId commit, NewIds ids) {
        Store store = environment.store();
        return new Attempt(
                store,
                first,
                Optional.of(store.settings().key()),
                environment.clock().instant(),
                commit,
                Optional.empty(),
                ids);
    }

    /** The same try, with what stands at these keys by now, read settled, in place of what the first read found. */
    public Attempt again(List<? extends Key<?>> keys) {
        List<Key<?>> all = new ArrayList<>(keys);
        settings.ifPresent(all::add);
        return new Attempt(store, store.readSettled(all), settings, clock, commit, key, ids);
    }

    /** What the first read found. */
    public <T> Optional<T> get(Key<T> key) {
        return first.get(key);
    }

    /** The profile's wallet as the first read found it; empty if there is none or the profile has been deleted. */
    public Optional<Wallet> wallet(ProfileId profileId) {
        return get(store.wallets().key(profileId)).filter(Wallet::isOpen);
    }

    /**
     * The settings as the first read found them.
     *
     * @throws IllegalStateException if the operation does not read them
     */
    public Settings settings() {
        Key<Settings> key = settings.orElseThrow(() -> new IllegalStateException("the settings were not read"));
        return get(key).orElse(Settings.DEFAULT);
    }

    /**
     * The fields of a body that is about value. A currency that is not the deployment's is noted.
     *
     * @throws IllegalStateException if the operation does not read the settings
     */
    public Fields fields(ObjectNode body) {
        Fields fields = Fields.of(body);
        fields.get("currency").currency(settings().currency());
        return fields;
    }

    /** Reads later than all reads before. */
    public <T> Optional<T> read(Key<T> key) {
        return store.get(key);
    }

    /** Reads later than all reads before. */
    public Snapshot read(List<? extends Key<?>> keys) {
        return store.read(keys);
    }

    /** Reads later than all reads before, and sees all of every commit of which they have seen anything. */
    public Snapshot readSettled(List<? extends Key<?>> keys) {
        return store.readSettled(keys);
    }

    /** Reads whose a unique value is. */
    public Optional<String> owner(Claim claim) {
        return read(store.claims().owner(claim));
    }

    /** The clock's time, in whole seconds. */
    public Instant now() {
        return WallClock.toTheSecond(clock);
    }

    /** The time at which the wallet is read or moved, in whole seconds. */
    public Instant now(Wallet wallet) {
        return wallet.now(clock);
    }

    /** The circumstances of a movement of the wallet. */
    public Moment moment(Wallet wallet) {
        return new Moment(now(wallet), commit, settings().exchangeRate(), key.map(IdempotencyKey::hash));
    }

    /** The id of the batch that the request asks for: the same for each send of a request with a key. */
    public BatchId batchId() {
        return key.map(sent -> BatchId.ofRequest(sent.hash(), sent.fingerprint()))
                .orElseGet(() -> BatchId.ofCommit(commit));
    }

    /** Where the answer to the request stands if it has been sent before, if it has a key. */
    public Optional<Key<KeptAnswer>> keptAnswer() {
        return key.map(sent -> sent.kept(store));
    }

    public CommitId commit() {
        return commit;
    }

    /** The request's new id for a lot that the wallet has not, the same in each of its attempts. */
    public LotId newLot(LotKind kind, Wallet wallet) {
        return newLots(kind, wallet).next();
    }

    /** The request's new ids for lots that the wallet has not, the same in each of its attempts. */
    public Iterator<LotId> newLots(LotKind kind, Wallet wallet) {
        return ids.lots(kind, wallet);
    }

    /** The request's new id, the same in each of its attempts. */
    public long newId() {
        return newId(0);
    }

    /** The request's new id of this number: 0, 1, 2… No two are the same. */
    public long newId(int number) {
        return ids.get(number);
    }
}
