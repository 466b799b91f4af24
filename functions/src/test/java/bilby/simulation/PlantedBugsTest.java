package bilby.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.store.memory.InMemoryDynamoDb;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The simulation finds what it is there to find: without any one of the things that keep the money right, a law breaks. */
class PlantedBugsTest {

    /** As many histories as finding a bug may take. */
    private static final int ENOUGH = 300;

    /** The wallet's version, and the entry's that there is none of that version yet: either of them would do. */
    @Test
    void withoutTheVersionConditionALawBreaks() {
        assertThat(brokenWithoutConditionsOn(Set.of(Tables.WALLETS, Tables.LEDGER)))
                .startsWith(LawBroken.class.getName())
                .contains("law 7");
    }

    @Test
    void withoutTheClaimALawBreaks() {
        assertThat(brokenWithoutConditionsOn(Set.of(Tables.CLAIMS)))
                .startsWith(LawBroken.class.getName())
                .contains("law 6", "took effect twice");
    }

    @Test
    void withoutTheComparisonWithTheExpiryALawBreaks() throws Exception {
        assertThat(brokenWith("bilby.wallet.Span", "isExpired", false))
                .startsWith(LawBroken.class.getName())
                .contains("law ");
    }

    @Test
    void withoutReadingAgainAfterAConflictALawBreaks() {
        assertThat(new Histories(1, ENOUGH, InMemoryDynamoDb::new, Planted::readingOnce).run())
                .startsWith(LawBroken.class.getName())
                .contains(Law.PROGRESS.toString());
    }

    /** A keyed request would be refused for what it has itself done. */
    @Test
    void withoutSettledReadsALawBreaks() {
        assertThat(new Histories(1, ENOUGH, InMemoryDynamoDb::new, Planted::readingUnsettled).run())
                .startsWith(LawBroken.class.getName())
                .contains("law 6");
    }

    @Test
    void withoutTheCheckOfTheCommitIdALawBreaks() throws Exception {
        assertThat(brokenWith("bilby.store.Change", "isOurs", true))
                .startsWith(LawBroken.class.getName())
                .contains("law 6", "success, and nothing took effect");
    }

    /** Rewriting alone breaks nothing: what is rewritten here decides nothing in so small a wallet. */
    @Test
    void withAllOfThemNoneBreaks() throws Exception {
        assertThat(brokenWith("bilby.wallet.Wallet", "isCrowded", false)).isEmpty();
    }

    private static String brokenWithoutConditionsOn(Set<String> tables) {
        return new Histories(1, ENOUGH, () -> Planted.withoutConditionsOn(tables), UnaryOperator.identity()).run();
    }

    /** What breaks where a method of the product always answers the same. */
    private static String brokenWith(String type, String method, boolean answer) throws ReflectiveOperationException {
        Class<?> histories = new Rewritten(type, method, answer).loadClass(Histories.class.getName());
        Method run = histories.getDeclaredMethod("broken", int.class);
        run.setAccessible(true);
        return (String) run.invoke(null, ENOUGH);
    }
}
