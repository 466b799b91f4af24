package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.report.Figure;
import bilby.report.Flow;
import bilby.report.Measure;
import bilby.report.Recent;
import bilby.report.Sums;
import bilby.report.Tally;
import bilby.wallet.Action;
import bilby.wallet.Given;
import bilby.wallet.History;
import bilby.wallet.LotKind;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@OnEachDynamo
class FiguresTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final LocalDate DAY = LocalDate.parse("2025-03-10");
    private static final Figure ISSUED = new Figure.Moved(LotKind.REWARD, DAY, Flow.ISSUED, Measure.AMOUNT);
    private static final Figure NEVER = new Figure.Outstanding(LotKind.POINT, Optional.empty(), Measure.COUNT);

    private final Shop shop;
    private final Figures figures;

    FiguresTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        figures = shop.store.figures();
    }

    @Test
    void aTallyIsReadAsItWasStored() {
        List<Movement> history = History.of(7);
        Tally tally = Tally.none(Given.SOMEONE, MELBOURNE)
                .after(history.stream().map(Movement::entry).toList(), MELBOURNE);
        Tally left = tally.added(Map.copyOf(tally.pending()).keySet());

        shop.commit(figures.add(tally, List.of()));

        assertThat(shop.store.get(figures.tally(Given.SOMEONE))).contains(left);
    }

    @Test
    void eachFigureIsTheSumOfAllMembers() {
        Sums expected = new Sums();
        LongStream.rangeClosed(1, 20).forEach(number -> {
            Map<Figure, Long> more = Map.of(ISSUED, number, NEVER, -number);
            shop.commit(figures.add(tally(number, more), List.of()));
            more.forEach(expected::add);
        });

        assertThat(shop.store.figuresBetween(DAY, DAY).all()).isEqualTo(expected.all());
        assertThat(shop.store.outstanding().all()).isEqualTo(Map.of(NEVER, -210L));
        assertThat(shop.store.figuresBetween(DAY.plusDays(1), DAY.plusDays(9)).get(ISSUED))
                .isZero();
        assertThat(shop.store.figuresBetween(DAY.minusDays(9), DAY.plusDays(9)).get(ISSUED))
                .isEqualTo(210);
    }

    @Test
    void theSameStepIsAddedOnce() {
        Change step = figures.add(tally(1, Map.of(ISSUED, 5L)), List.of());
        shop.commit(step);

        assertThatThrownBy(() -> shop.commit(step)).isInstanceOf(TransactionCanceledException.class);

        assertThat(shop.store.figuresBetween(DAY, DAY).get(ISSUED)).isEqualTo(5);
    }

    @Test
    void moreThanOneCommitTakesIsAddedInSeveral() {
        Map<Figure, Long> more = new HashMap<>();
        IntStream.range(0, 200)
                .mapToObj(DAY::plusMonths)
                .forEach(day -> more.put(new Figure.Outstanding(LotKind.REWARD, Optional.of(day), Measure.AMOUNT), 1L));
        ProfileId member = member(1);
        shop.commit(figures.add(tally(1, more), List.of()));

        int steps = 1;
        for (Tally left = read(member); !left.pending().isEmpty(); left = read(member)) {
            shop.commit(figures.add(left.next(), List.of()));
            steps++;
        }

        assertThat(steps).isEqualTo(3);
        assertThat(shop.store.outstanding().all()).isEqualTo(more);
    }

    @Test
    void theLatestMovementsAreThoseOfAllMembers() {
        Instant now = Given.NOW;
        for (int number = 1; number <= 30; number++) {
            Recent recent = new Recent(member(number), 1, now.plusSeconds(number), Action.ISSUE, number, -number);
            shop.commit(figures.add(tally(number, Map.of()), List.of(recent)));
        }

        List<Recent> latest = shop.store.latestMovements(now, 5);

        assertThat(latest).extracting(Recent::rewards).containsExactly(30L, 29L, 28L, 27L, 26L);
        assertThat(latest.getFirst()).isEqualTo(new Recent(member(30), 1, now.plusSeconds(30), Action.ISSUE, 30, -30));
        assertThat(shop.store.latestMovements(now.plusSeconds(7 * 24 * 3600 + 29), 5))
                .extracting(Recent::rewards)
                .containsExactly(30L);
    }

    private Tally read(ProfileId member) {
        return shop.store.get(figures.tally(member)).orElseThrow();
    }

    private static Tally tally(long number, Map<Figure, Long> pending) {
        Tally none = Tally.none(member(number), MELBOURNE);
        return new Tally(none.profileId(), 1, none.wallet(), none.zone(), pending);
    }

    private static ProfileId member(long number) {
        return new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | number));
    }
}
