package bilby.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.setting.ExpiredValue;
import bilby.wallet.Action;
import bilby.wallet.Given;
import bilby.wallet.Hash;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
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
                "6  | at 1735732800         | at 9735732800    | entry 6: it spends R2, which could not be spent then",
                "6  | subject redemption 11 | subject wallet 0 | entry 6: its action and its subject do not go together",
                "7  | subject undoing 12 11 600 | subject reward 1 | entry 7: its action and its subject do not go together",
                "10 | subject reward 4      | subject undoing 19 13 100 | entry 10: its action and its subject do not go together",
                "8  | subject redemption 13 | subject redemption 11 | entry 8: it makes redemption 11 again",
                "9  | subject undoing 14 13 800 | subject undoing 12 13 800 | entry 9: it makes redemption 12 again"
            })
    void anEntryThatSaysWhatCannotBeIsTold(int entry, String said, String says, String difference) {
        assertThat(told(changed(entry, said, says))).startsWith(difference);
    }

    /** Two dollars of points 6 and two of points 3 are taken by entry 13; each changed as above. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate 0.1                 | rate 0.2",
                "rate 0.1                 | rate 0.1003",
                "line P3 -2000 8000 =200  | line P3 -2001 7999 =200",
                "line P3 -2000 8000 =200  | line P3 -1999 8001 =200",
                "line P3 -2000 8000 =200  | line P3 -2000 8000 =201",
                "line P3 -2000 8000 =200  | line P3 -2000 8000",
                "line P6 -2000 0 =200     | line P6 -2000 0 =201"
            })
    void pointsThatAreNotWhatTheirDollarsCostAreTold(String said, String says) {
        assertThat(told(changed(13, said, says)))
                .startsWith("entry 13: its points are not what their dollars cost at a rate of 0.");
    }

    @Test
    void dollarsThatOneLotsPointsSayForAnothersAreTold() {
        changed(13, "line P6 -2000 0 =200", "line P6 -2000 0 =199");
        assertThat(told(changed(13, "line P3 -2000 8000 =200", "line P3 -2000 8000 =201")))
                .isEqualTo("entry 13: its points are not what their dollars cost at a rate of 0.1");
    }

    /**
     * Redemption 11 took $5 of reward 2, then $9 of reward 1. Return 12 gives $6 back to reward 1; return 16 the rest of it,
     * and reward 5 for reward 2, which has expired. Redemption 13 took $7 of reward 1 and $1 of reward 4, and is reversed
     * by 14. Redemption 17 took $2 of reward 1, which is deleted then: return 18 gives nothing back. An ampersand ends a line.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7  | line R1 +600 700  | line R1 +599 699  | what it gives back to R1 is not what was taken from it last",
                "7  | line R1 +600 700  | line R1 +600 700 & line R1 +1 701 | what it gives back to R1 is not what was taken from it last",
                "7  | line R1 +600 700  | line R2 +500 500 @1735732800..1739231999 & line R1 +100 200 | what it gives back to R2 is not",
                "7  | line R1 +600 700  | line R4 +600 1300 | what it gives back to R4 is not what was taken from it last",
                "7  | line R1 +600 700  | line R9 +600 600 @1735732800..1743465599 | it gives nothing back to R1",
                "7  | subject undoing 12 11 600 | subject undoing 12 11 599 | what it gives back to R1 is not",
                "7  | subject undoing 12 11 600 | subject undoing 12 11 0   | it undoes nothing of redemption 11",
                "7  | subject undoing 12 11 600 | subject undoing 12 11 -1  | it undoes nothing of redemption 11",
                "9  | subject undoing 14 13 800 | subject undoing 14 13 799 | it reverses no more than a part of redemption 13",
                "9  | line R1 +700 700 @1735732800..1743465599 | line R1 +700 700 @1735732800..1743465600 | it gives R1 another span",
                "9  | line R4 +100 700  | commit c0ffee     | it gives nothing back to R4",
                "15 | line R1 +300 1000 | line R1 +900 1600 | what it gives back to R1 is not what was taken from it last",
                "15 | line R5 +500 500 @1740052800..1742648399 #7.2 | line R5 +501 501 @1740052800..1742648399 #7.2 | what it gives back anew is not",
                "15 | line R5 +500 500 @1740052800..1742648399 #7.2 | line R5 +499 499 @1740052800..1742648399 #7.2 | what it gives back anew is not",
                "15 | line R5 +500 500 @1740052800..1742648399 #7.2 | line P5 +500 500 @1740052800..1742648399 =500 | what it gives back anew is not",
                "15 | line R5 +500 500 @1740052800..1742648399 #7.2 | line R2 +500 500 @1735732800..1742648399 | it gives back to R2, which had expired or was deleted",
                "20 | subject undoing 18 17 200 | subject undoing 18 17 200 & line R1 +200 200 @1735732800..1751327999 | it gives back to R1, which had expired or was deleted",
                "20 | subject undoing 18 17 200 | subject undoing 18 17 200 & line R8 +201 201 @1735732800..1751327999 | what it gives back anew is not"
            })
    void whatIsGivenBackOtherwiseThanItWasTakenIsTold(int entry, String said, String says, String difference) {
        assertThat(told(changed(entry, said, says))).startsWith("entry " + entry + ": " + difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line P3 +1000 7000 =100 | line P3 +1001 7001 =100 | what it gives back to P3 is not",
                "line P3 +1000 7000 =100 | line P3 +1000 7000 =99  | what it gives back to P3 is not",
                "line P3 +1000 7000 =100 | line P3 +1000 7000      | what it gives back to P3 is not",
            })
    void pointsThatAreGivenBackAtAnotherRateAreTold(String said, String says, String difference) {
        Member other = new Member();
        other.points(3, 10_000, "2025-12-31");
        other.redeem(11, Money.ofDollars(4), LotKind.POINT);
        other.giveBack(12, 11, Money.ofDollars(1), Action.RETURN, new ExpiredValue.Forfeit());
        assertThat(told(other.texts())).isEqualTo("nothing");
        assertThat(told(changed(other.texts(), 3, said, says))).startsWith("entry 3: " + difference);
    }

    @Test
    void aGraceThatBegetsAnotherIsTold() {
        Member other = new Member();
        other.reward(1, 1_000, "2025-03-31");
        other.redeem(11, Money.ofDollars(4), LotKind.REWARD);
        other.delete(1);
        other.giveBack(12, 11, Money.ofDollars(4), Action.RETURN, new ExpiredValue.Grace(30));
        other.redeem(13, Money.ofDollars(4), LotKind.REWARD);
        other.on("2025-05-15");
        other.giveBack(14, 13, Money.ofDollars(4), Action.RETURN, new ExpiredValue.Forfeit());
        assertThat(told(other.texts())).isEqualTo("nothing");
        String undoing = "subject undoing 14 13 400";
        assertThat(told(changed(
                        other.texts(), 6, undoing, undoing + " & line R6 +400 400 @1747310400..1749902399 #7.2")))
                .isEqualTo("entry 6: what it gives back anew is not what had no lot any more");
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

    private List<String> changed(int entry, String said, String says) {
        return changed(texts, entry, said, says);
    }

    private static List<String> changed(List<String> texts, int entry, String said, String says) {
        String text = texts.get(entry - 1);
        assertThat(text).contains("\n" + said + "\n");
        texts.set(entry - 1, text.replace("\n" + said + "\n", "\n" + says.replace(" & ", "\n") + "\n"));
        return chained(texts);
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
