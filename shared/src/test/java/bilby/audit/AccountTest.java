package bilby.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.wallet.Given;
import bilby.wallet.Hash;
import bilby.wallet.LotId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final Pattern PREVIOUS = Pattern.compile("\nprevious \\w+\n");

    private final Member member = Member.withEverything();
    private final List<String> texts = member.texts();

    @Test
    void whatEveryMovementWroteHasNoDifferenceAndFoldsToTheWallet() {
        assertThat(member.account().wallet()).isEqualTo(member.wallet);
    }

    @Test
    void whatWasIssuedAndRedeemedIsKnownInItsOrder() {
        assertThat(member.account().lots().keySet())
                .containsExactly(
                        LotId.reward(1),
                        LotId.reward(2),
                        LotId.points(3),
                        LotId.reward(4),
                        LotId.points(6),
                        LotId.points(7),
                        LotId.reward(5));
        assertThat(member.account().redemptions().keySet()).containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L);
    }

    @Test
    void anyEntryThatIsMissingIsTold() {
        for (int i = 0; i < texts.size() - 1; i++) {
            List<String> fewer = new ArrayList<>(texts);
            fewer.remove(i);
            assertThat(told(fewer)).isEqualTo("entry " + (i + 1) + ": it is missing");
        }
    }

    @Test
    void anEntryTwiceIsTold() {
        texts.add(4, texts.get(3));
        assertThat(told(texts)).isEqualTo("entry 5: it is missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x10, 0x20})
    void noByteOfAnyEntryChangesUnseen(int bits) {
        for (int entry = 0; entry < texts.size(); entry++) {
            String text = texts.get(entry);
            for (int i = 0; i < text.length(); i++) {
                String changed = text.substring(0, i) + (char) (text.charAt(i) ^ bits) + text.substring(i + 1);
                assertThat(isFound(entry, changed)).as(changed).isTrue();
            }
        }
    }

    @Test
    void noByteOfAnyEntryIsTakenAwayOrAddedUnseen() {
        for (int entry = 0; entry < texts.size(); entry++) {
            String text = texts.get(entry);
            for (int i = 0; i < text.length(); i++) {
                String shorter = text.substring(0, i) + text.substring(i + 1);
                String longer = text.substring(0, i) + '\n' + text.substring(i);
                assertThat(isFound(entry, shorter)).as(shorter).isTrue();
                assertThat(isFound(entry, longer)).as(longer).isTrue();
            }
            assertThat(isFound(entry, text + '\n')).isTrue();
        }
    }

    /** By the entries themselves, or by the wallet that was not changed with them. */
    private boolean isFound(int entry, String changed) {
        List<String> others = new ArrayList<>(texts);
        others.set(entry, changed);
        Account account = new Account(Given.SOMEONE);
        return add(account, others).isPresent()
                || new Audit(account).of(member.wallet).isPresent();
    }

    @Test
    void aChangedEntryIsTheNextOnesDifference() {
        texts.set(1, texts.get(1).replace("commit c0ffee", "commit c0ffe0"));
        assertThat(told(texts)).startsWith("entry 3: the hash of the entry before it is not ");
    }

    /** Each of these also has the hashes after it made anew, so that nothing but its sense can tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6  | line R2 -500 0        | line R2 -400 0   | entry 6: the line R2 -400 0 does not follow",
                "6  | line R2 -500 0        | line R2 -500 1   | entry 6: the line R2 -500 1 does not follow",
                "6  | line R2 -500 0        | line R2 -501 -1  | entry 6: it leaves less than nothing of R2",
                "6  | line R2 -500 0        | line R9 -1 0     | entry 6: it spends R9, which could not be spent then",
                "6  | line R2 -500 0        | line R2 +500 1000 | entry 6: its line of R2 goes the wrong way",
                "2  | line R2 +500 500 @1735732800..1739231999 | line R1 +500 1500 @1735732800..1739231999 | entry 2: it issues R1 again",
                "15 | subject undoing 16 11 800 | subject undoing 16 11 801 | entry 15: it undoes more than there is left of redemption 11",
                "15 | subject undoing 16 11 800 | subject undoing 16 13 800 | entry 15: it undoes more than there is left of redemption 13",
                "15 | subject undoing 16 11 800 | subject undoing 16 12 100 | entry 15: it undoes more than there is left of redemption 12",
                "15 | subject undoing 16 11 800 | subject undoing 16 99 800 | entry 15: it undoes more than there is left of redemption 99",
                "16 | at 1747310400         | at 1740052800    | entry 16: it records the expiry of",
                "6  | rewards 800           | rewards 801      | entry 6: its balances are not what the wallet held after it",
                "6  | points 12000          | points 12001     | entry 6: its balances are not what the wallet held after it",
                "6  | version 6             | version 7        | entry 6: it is missing",
                "1  | line R1 +1000 1000 @1735732800..1743465599 | line R1 +1000 1000 | entry 1: no span for R1",
                "6  | line R2 -500 0        | line R2 -500     | entry 6: it cannot be read",
                "6  | action redeem         | action give      | entry 6: it cannot be read",
                "6  | subject redemption 11 | subject red      | entry 6: it cannot be read",
                "2  | at 1735732800         | at 1735732799    | entry 2: it is earlier than the entry before it",
                "6  | at 1735732800         | at 9735732800    | entry 6: it spends R2, which could not be spent then"
            })
    void anEntryThatSaysWhatCannotBeIsTold(int entry, String said, String says, String difference) {
        String text = texts.get(entry - 1);
        assertThat(text).contains("\n" + said + "\n");
        texts.set(entry - 1, text.replace("\n" + said + "\n", "\n" + says + "\n"));
        assertThat(told(chained(texts))).startsWith(difference);
    }

    @Test
    void anEntryOfSomebodyElseIsTold() {
        texts.set(0, texts.get(0).replace(Given.SOMEONE.toString(), "00000000-0000-4000-8000-000000000002"));
        assertThat(told(texts)).startsWith("entry 1: ").contains("does not follow");
    }

    @Test
    void sumsThatNoAmountCanBeAreADifferenceAndNoFault() {
        String most = Long.toString(Long.MAX_VALUE);
        for (int entry : List.of(0, 1)) {
            String text = texts.get(entry);
            texts.set(entry, text.replaceFirst("\nline (R\\d) \\+\\d+ \\d+", "\nline $1 +" + most + " " + most));
        }
        assertThat(told(chained(texts))).startsWith("entry 1: ");
    }

    @Test
    void whatFollowsTheClosingIsTold() {
        int before = texts.size();
        String last = texts.getLast();
        member.close();
        assertThat(add(new Account(Given.SOMEONE), member.texts())).isEmpty();
        List<String> after = member.texts();
        after.add(last.replaceFirst("\nversion \\d+", "\nversion " + (before + 2)));
        assertThat(told(chained(after))).isEqualTo("entry " + (before + 2) + ": it follows the closing of the wallet");
    }

    /** As after a restore that lost a reward's issue, but not its row. */
    @Test
    void theDeletionOfWhatWasNeverIssuedMovesNothingAndIsNone() {
        Member other = new Member();
        other.delete(9);
        assertThat(other.account().lots()).isEmpty();
        assertThat(other.audited()).isEmpty();
    }

    private static String told(List<String> texts) {
        return add(new Account(Given.SOMEONE), texts).map(Difference::what).orElse("nothing");
    }

    private static Optional<Difference> add(Account account, List<String> texts) {
        return texts.stream().flatMap(text -> account.add(text).stream()).findFirst();
    }

    /** The same entries, each with the hash of the one before it. */
    private static List<String> chained(List<String> texts) {
        List<String> chained = new ArrayList<>(texts.subList(0, 1));
        for (String text : texts.subList(1, texts.size())) {
            String previous = Hash.of(chained.getLast()).hex();
            chained.add(PREVIOUS.matcher(text).replaceFirst(Matcher.quoteReplacement("\nprevious " + previous + "\n")));
        }
        return chained;
    }
}
