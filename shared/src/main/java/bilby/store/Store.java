package bilby.store;

import bilby.batch.BatchId;
import bilby.batch.BatchProgress;
import bilby.batch.BatchRow;
import bilby.birthday.BirthdayPlace;
import bilby.birthday.BirthdayRun;
import bilby.catalogue.PointDefinition;
import bilby.catalogue.RewardDefinition;
import bilby.claim.Claim;
import bilby.profile.Erasure;
import bilby.profile.FoldedName;
import bilby.profile.Identity;
import bilby.report.Recent;
import bilby.report.Sums;
import bilby.wallet.Entry;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All that Bilby keeps, in DynamoDB. Safe for many threads. */
public final class Store {

    private final DynamoDbClient client;
    private final Reader reader;
    private final Finder finder;
    private final Committer committer;

    private final Wallets wallets;
    private final Ledger ledger;
    private final Rewards rewards;
    private final PointGrants pointGrants;
    private final Redemptions redemptions;
    private final Sales sales;
    private final Profiles profiles;
    private final Definitions<RewardDefinition> rewardDefinitions;
    private final Definitions<PointDefinition> pointDefinitions;
    private final StoredSettings settings;
    private final Claims claims;
    private final Tokens tokens;
    private final Jobs jobs;
    private final BirthdayRuns birthdayRuns;
    private final Erasures erasures;
    private final Batches batches;
    private final Figures figures;

    /**
     * The store in the tables that the variables name: {@code WALLETS_TABLE}, {@code LEDGER_TABLE} and so on.
     *
     * @throws IllegalArgumentException if a variable is missing
     */
    public Store(DynamoDbClient client, Map<String, String> variables, RandomGenerator random) {
        this(client, variables, random, Thread::sleep);
    }

    Store(DynamoDbClient client, Map<String, String> variables, RandomGenerator random, Backoff.Sleeper sleeper) {
        this.client = client;
        reader = new Reader(client);
        finder = new Finder(client);
        committer = new Committer(client, reader, new Backoff(random, sleeper));
        wallets = new Wallets(table(variables, "WALLETS_TABLE"));
        ledger = new Ledger(table(variables, "LEDGER_TABLE"));
        rewards = new Rewards(table(variables, "REWARDS_TABLE"));
        pointGrants = new PointGrants(table(variables, "POINTS_TABLE"));
        redemptions = new Redemptions(table(variables, "REDEMPTIONS_TABLE"));
        sales = new Sales(table(variables, "TRANSACTIONS_TABLE"));
        profiles = new Profiles(table(variables, "PROFILES_TABLE"));
        String definitions = table(variables, "DEFINITIONS_TABLE");
        rewardDefinitions = new Definitions<>(
                definitions, "reward", Optional.empty(), RewardDefinitionItem::of, RewardDefinitionItem::read);
        pointDefinitions = new Definitions<>(
                definitions,
                "point",
                Optional.of(PointDefinition.BUILT_IN),
                PointDefinitionItem::of,
                PointDefinitionItem::read);
        settings = new StoredSettings(definitions, random);
        claims = new Claims(table(variables, "CLAIMS_TABLE"));
        String jobsTable = table(variables, "JOBS_TABLE");
        jobs = new Jobs(jobsTable);
        birthdayRuns = new BirthdayRuns(jobsTable);
        erasures = new Erasures(jobsTable);
        batches = new Batches(jobsTable);
        figures = new Figures(jobsTable);
        tokens = new Tokens(table(variables, "TOKENS_TABLE"), finder);
    }

    /**
     * Lends a store that never leaves the process: it is empty, finds what has been committed to it, and is gone afterwards. For
     * a rehearsal, by one thread.
     */
    public static void inMemory(Map<String, String> variables, RandomGenerator random, Consumer<Store> rehearsal) {
        try (DynamoDbClient client = Clients.inMemory()) {
            rehearsal.accept(new Store(client, variables, random));
        }
    }

    private static String table(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the variable " + name + " is missing"));
    }

    /** Reads all keys at once, strongly consistent. */
    public Snapshot read(List<? extends Key<?>> keys) {
        return reader.read(keys);
    }

    /** Reads one key, strongly consistent. */
    public <T> Optional<T> get(Key<T> key) {
        return reader.get(key);
    }

    /**
     * Reads keys, strongly consistent, and none while a commit has its item in hand: after anything of a commit has been
     * seen, this sees all of it. For what decides and is guarded by no condition. Twice as dear as {@link #read}.
     */
    public Snapshot readSettled(List<? extends Key<?>> keys) {
        return reader.readSettled(keys);
    }

    /**
     * Runs a request to its end: {@code decide} reads and decides, and what it plans is committed; again from the reads
     * on whenever another was faster or a call failed in a way that passes, until the deadline.
     *
     * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if a call fails in a way that does not
     *     pass, as for a missing right
     */
    public <A> Outcome<A> run(Deadline deadline, NewIds ids, Supplier<Plan<A>> decide) {
        return committer.run(deadline, ids, decide);
    }

    /** A movement of a wallet, to be committed: the wallet after it, and its entry in the ledger. */
    public Change moved(Movement movement) {
        return moved(List.of(movement));
    }

    /** Movements of one wallet, each on the wallet after the one before, to be committed all together. */
    public Change moved(List<Movement> movements) {
        return Change.moved(wallets, ledger, movements);
    }

    /** A wallet as its ledger tells it, over the version that was found, or where there is none. */
    public Change rebuilt(Wallet folded, Optional<Long> found) {
        return wallets.rebuild(folded, found);
    }

    /**
     * Rows of a wallet that no movement changes, put only while it is still of its version: {@value Plan#MOST_ROWS} at most.
     */
    public Change beside(Wallet wallet, List<Write> rows) {
        return wallets.beside(wallet, rows);
    }

    /** The ids of all rewards that a profile was ever issued, the newest first, deleted ones included. */
    public List<Long> rewardsOf(ProfileId profileId) {
        return finder.ofProfile(rewards.table(), profileId.toString());
    }

    /** The ids of all grants of points that a profile was ever issued, the newest first. */
    public List<Long> pointGrantsOf(ProfileId profileId) {
        return finder.ofProfile(pointGrants.table(), profileId.toString());
    }

    /** The ids of all redemptions of a profile, returns and reversals included, the newest first. */
    public List<Long> redemptionsOf(ProfileId profileId) {
        return finder.ofProfile(redemptions.table(), profileId.toString());
    }

    /** The ids of all sales to a profile, the newest first. */
    public List<Long> salesOf(ProfileId profileId) {
        return finder.ofProfile(sales.table(), profileId.toString());
    }

    /**
     * The entries of a profile from a version down to the first. They are read as they are taken, so that a long ledger is
     * never held as a whole.
     */
    public Stream<Entry> entriesOf(ProfileId profileId, long version) {
        return finder.ofProfileUpTo(ledger.table(), profileId.toString(), version, false)
                .map(Ledger::read);
    }

    /** The stored texts of a profile's entries from the first up to a version, read as they are taken. */
    public Stream<String> ledgerOf(ProfileId profileId, long version) {
        return finder.ofProfileUpTo(ledger.table(), profileId.toString(), version, true)
                .map(Ledger::text);
    }

    /** Some of a profile's entries after the one of this version, in their order. */
    public List<Entry> ledgerAfter(ProfileId profileId, long version, int most) {
        return finder.ofProfileAfter(ledger.table(), profileId.toString(), version, most)
                .map(Ledger::read)
                .toList();
    }

    /** The figures of all that is outstanding. */
    public Sums outstanding() {
        return figures.outstanding(finder);
    }

    /** The figures of all that is outstanding, and of what moved from one day to another, both included. */
    public Sums figuresBetween(LocalDate from, LocalDate to) {
        return figures.between(finder, from, to);
    }

    /** The latest movements of all members, the latest first. */
    public List<Recent> latestMovements(Instant now, int most) {
        return figures.latest(finder, now, most);
    }

    /**
     * Some of the wallets of one part of the table, closed ones included.
     *
     * @param segment from 0 to {@code segments} − 1
     * @param after the profile id that the page before ended with; none for the first
     */
    public WalletPage wallets(int segment, int segments, Optional<String> after, int limit) {
        return wallets.page(finder, segment, segments, after, limit);
    }

    /**
     * Some of the profiles in one place of the index over birthdays, which lags by moments.
     *
     * @param after the id that the page before ended with; none for the first
     */
    public Page birthdays(BirthdayPlace place, Optional<ProfileId> after, int limit) {
        return profiles.birthdays(finder, place, after, limit);
    }

    /**
     * The ids of the profiles whose last name begins so, and after them of those whose whole name does, in the order of the
     * names, from indexes that lag by moments.
     *
     * @param limit how many are wanted at most
     */
    public List<String> profilesNamed(FoldedName beginning, int limit) {
        return Stream.of(Profiles.NameIndex.BY_LAST_NAME, Profiles.NameIndex.BY_FULL_NAME)
                .flatMap(index -> profiles.named(finder, index, beginning, limit))
                .distinct()
                .limit(limit)
                .toList();
    }

    /**
     * The ids of the profiles that have an identity of this identifier, under whatever handle, from an index that lags by
     * moments.
     *
     * @param limit how many are wanted at most
     */
    public List<String> profilesIdentified(String identifier, int limit) {
        return identifier.isEmpty() || identifier.length() > Identity.LONGEST_NAME
                ? List.of()
                : claims.identified(finder, identifier).distinct().limit(limit).toList();
    }

    /** All whose personal data is still to be erased. */
    public List<Erasure> unfinishedErasures() {
        return erasures.all(finder).toList();
    }

    /**
     * The idempotency keys under which answers about a profile are kept, if no entry in the ledger names them, from an index
     * that lags by moments.
     */
    public List<Claim> answersAbout(ProfileId profileId) {
        return claims.filedUnder(finder, Profiles.answersOf(profileId));
    }

    /** The sales that were to nobody known before they were this profile's, deleted ones too, from the same index. */
    public List<Claim> salesFoundToBe(ProfileId profileId) {
        return claims.filedUnder(finder, Sales.foundToBe(profileId));
    }

    /** Likewise those of answers about a sale from when it was to nobody known. */
    public List<Claim> answersAboutSale(long saleId) {
        return claims.filedUnder(finder, Sales.answersOf(saleId));
    }

    /** How far each batch has come that is not done yet. */
    public List<BatchProgress> openBatches() {
        return batches.open(finder).toList();
    }

    /** The rows of a batch, in their order. */
    public List<BatchRow> batchRows(BatchId id) {
        return batches.rows(finder, id);
    }

    /** The dates of all runs of birthdays, the latest first. */
    public List<LocalDate> birthdayRuns() {
        return birthdayRuns.dates(finder);
    }

    /** The run of the birthdays of one date; empty if there was none. */
    public Optional<BirthdayRun> birthdayRun(LocalDate date) {
        return birthdayRuns.run(finder, date);
    }

    /** All rewards of all profiles, deleted ones included. */
    public WholeTable allRewards() {
        return WholeTable.ofNumbers(client, rewards.table());
    }

    /** All grants of points to all profiles. */
    public WholeTable allPointGrants() {
        return WholeTable.ofNumbers(client, pointGrants.table());
    }

    /** All redemptions, returns and reversals of all profiles. */
    public WholeTable allRedemptions() {
        return WholeTable.ofNumbers(client, redemptions.table());
    }

    /** All sales, to profiles and to nobody known. */
    public WholeTable allSales() {
        return WholeTable.ofNumbers(client, sales.table());
    }

    /** All profiles. */
    public WholeTable allProfiles() {
        return WholeTable.ofTexts(client, profiles.table());
    }

    /** Whether anything was ever issued to anybody, whatever became of it. */
    public boolean hasIssued() {
        return ledger.hasIssue(finder);
    }

    public Wallets wallets() {
        return wallets;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Rewards rewards() {
        return rewards;
    }

    public PointGrants pointGrants() {
        return pointGrants;
    }

    public Redemptions redemptions() {
        return redemptions;
    }

    public Sales sales() {
        return sales;
    }

    public Profiles profiles() {
        return profiles;
    }

    public Definitions<RewardDefinition> rewardDefinitions() {
        return rewardDefinitions;
    }

    public Definitions<PointDefinition> pointDefinitions() {
        return pointDefinitions;
    }

    public StoredSettings settings() {
        return settings;
    }

    public Claims claims() {
        return claims;
    }

    /** How far birthdays have been planned, and what came of them. */
    public BirthdayRuns birthdays() {
        return birthdayRuns;
    }

    /** What is still to be erased of deleted members. */
    public Erasures erasures() {
        return erasures;
    }

    /** What is summed over all members. */
    public Figures figures() {
        return figures;
    }

    /** What is asked for in many rows, and what came of it. */
    public Batches batches() {
        return batches;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Tokens tokens() {
        return tokens;
    }
}
