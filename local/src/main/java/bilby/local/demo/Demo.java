package bilby.local.demo;

import bilby.local.clock.LocalClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * Two years of a shop with some hundred members, up to the present of the clock: whatever happens is a request to the API at
 * its time, by the clock that functions see. The same seed and the same present make the same shop.
 */
public final class Demo {

    private static final int MEMBERS = 240;
    private static final int DAYS = 730;
    private static final int YEAR = 365;
    private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The last days before today: their birthdays and today's are left to the plan and the queue, which take their time. */
    private static final int PLANNED_DAYS = 2;

    /** When a day is planned: it has begun then wherever members live, but not long ago. */
    private static final int PLAN = 3 * 60 + 10;

    /** Between two walks over all wallets, which record what has expired. */
    private static final int DAYS_BETWEEN_WALKS = 61;

    /** So long before today the last walk is, that what it records is no longer among the latest movements. */
    private static final int DAYS_SINCE_WALK = 8;

    private final Till till;
    private final LocalClock clock;
    private final Chance chance = new Chance(20_241_127L);
    private final PriorityQueue<Happening> ahead =
            new PriorityQueue<>(Comparator.comparingInt(Happening::day).thenComparingInt(Happening::minute));
    private final LocalDate first;
    private final Instant present;
    private int sales;

    private Demo(Till till, LocalClock clock) {
        this.till = till;
        this.clock = clock;
        this.present = clock.instant();
        this.first = LocalDate.ofInstant(present, ZONE).minusDays(DAYS);
    }

    /**
     * Fills the tables, unless they hold a definition already, and leaves the clock as it was.
     *
     * @param api the server's root
     * @param token may do everything
     * @return whether it has filled them
     */
    public static boolean fill(URI api, String token, LocalClock clock) {
        long begun = System.nanoTime();
        try (Till till = new Till(api, token)) {
            if (!till.get("/rewards/definitions").isEmpty()) {
                return false;
            }
            Demo demo = new Demo(till, clock);
            demo.live();
            clock.set(demo.present.plus(Duration.ofNanos(System.nanoTime() - begun)));
            return true;
        }
    }

    private void live() {
        clock.set(instant(0, 0));
        Catalogue.create(till);
        List<Member> members = new ArrayList<>();
        for (int number = 1; number <= MEMBERS; number++) {
            members.add(Member.of(number, DAYS, first.plusDays(DAYS - chance.from(0, PLANNED_DAYS)), chance));
        }
        members.forEach(this::plan);
        for (int day = DAYS - DAYS_SINCE_WALK; day > 0; day -= DAYS_BETWEEN_WALKS) {
            at(day, 10, () -> till.runSchedules("VerifyWallets"));
        }
        for (int day = DAYS - PLANNED_DAYS; day <= DAYS; day++) {
            at(day, PLAN, () -> till.runSchedules("PlanBirthdays"));
        }
        for (Happening next = ahead.poll(); next != null; next = ahead.poll()) {
            Instant now = instant(next.day(), next.minute());
            if (now.isBefore(present)) {
                clock.set(now);
                next.what().run();
            }
        }
    }

    /** Joining, birthdays, visits, and what the shop gives of its own accord. */
    private void plan(Member member) {
        at(member.day(), opening(), () -> join(member));
        for (int year = 0; year <= 2; year++) {
            long day = first.until(member.birth().withYear(first.getYear() + year), ChronoUnit.DAYS);
            if (day > member.day() && day < DAYS - PLANNED_DAYS) {
                at((int) day, 2, () -> issue(member, Catalogue.BIRTHDAY));
            }
        }
        for (int visit = member.visits() * (DAYS - member.day()) / YEAR; visit >= 0; visit--) {
            at(someDay(member), opening() + 30, () -> visit(member));
        }
        if (member.visits() > 4) {
            at(someDay(member), 9 * 60, () -> issue(member, Catalogue.SPRING));
        }
        if (member.visits() > 8) {
            at(someDay(member), 9 * 60, () -> issue(member, Catalogue.GOLD));
            at(Math.max(member.day() + 1, DAYS - chance.from(1, 40)), 9 * 60 + 5, () -> issue(member, Catalogue.GOLD));
        }
        if (chance.inHundred(8)) {
            at(someDay(member), opening() + 45, () -> apologise(member));
        }
    }

    private void join(Member member) {
        till.post("/profiles", member.body());
        issue(member, Catalogue.WELCOME);
    }

    private JsonNode issue(Member member, String handle) {
        return till.post(
                "/rewards",
                Till.body()
                        .put("profile_id", member.id())
                        .put("reward_definition_handle", handle)
                        .put("timezone", member.zone()));
    }

    /** A sale, for which a part of the members spends what they have. */
    private void visit(Member member) {
        ObjectNode sale = Till.body();
        int total = Goods.putInto(sale.putArray("items"), chance);
        if (chance.inHundred(45)) {
            till.tryPost(
                            "/profiles/" + member.id() + "/redeem",
                            Till.body().put("amount", Math.min(total, chance.from(1, 8) * 5)))
                    .ifPresent(redemption -> paid(redemption, sale));
        }
        sales++;
        sale.put("profile_id", member.id());
        sale.put("external_id", "T-%05d".formatted(10_000 + sales));
        sale.put("total", total);
        sale.put("timezone", ZONE.getId());
        sale.put("transacted_at", TIME.format(clock.instant().atZone(ZONE)));
        sale.put("location_id", chance.oneOf(List.of("Fitzroy", "Carlton", "Geelong", "Online")));
        sale.put("staff_id", "S" + chance.from(11, 19));
        till.post("/transactions", sale);
    }

    /** Of what is redeemed some is undone at the till, and some is brought back later. */
    private void paid(JsonNode redemption, ObjectNode sale) {
        String path = "/redemptions/" + redemption.path("id").asLong();
        if (chance.inHundred(2)) {
            till.post(path + "/reversal", Till.body());
            return;
        }
        sale.put("redemption_id", redemption.path("id").asLong());
        if (chance.inHundred(9)) {
            Instant later = clock.instant().plus(Duration.ofDays(chance.from(2, 21)));
            boolean isWhole = chance.inHundred(50);
            ObjectNode body = Till.body();
            if (!isWhole) {
                body.put("amount", redemption.path("total").decimalValue().divideToIntegralValue(BigDecimal.TWO));
            }
            at(
                    (int) (later.getEpochSecond() / 86_400 - first.toEpochDay()),
                    opening(),
                    () -> till.tryPost(path + "/return", body));
        }
    }

    /** Something went wrong: a reward that lasts, and now and then more time for it. */
    private void apologise(Member member) {
        JsonNode reward = issue(member, Catalogue.SORRY);
        if (chance.inHundred(40)) {
            ObjectNode body = Till.body().put("profile_id", member.id()).put("extend_days", 60);
            body.putArray("ids").add(reward.path("id").asLong());
            till.tryPost("/rewards/extend", body);
        }
        till.post(
                "/points",
                Till.body()
                        .put("profile_id", member.id())
                        .put("point_definition_id", 1)
                        .put("value_initial", 50)
                        .put("description", "For the wait"));
    }

    /** After the one on which they joined. */
    private int someDay(Member member) {
        return chance.from(member.day() + 1, DAYS);
    }

    private void at(int day, int minute, Runnable what) {
        ahead.add(new Happening(day, minute, what));
    }

    /** A minute while the shop is open. */
    private int opening() {
        return chance.from(9 * 60 + 30, 17 * 60);
    }

    private Instant instant(int day, int minute) {
        return first.plusDays(day)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(ZONE)
                .toInstant()
                .plus(Duration.ofMinutes(minute));
    }
}
