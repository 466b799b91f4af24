package bilby.bench.spring;

import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.setting.Settings;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import bilby.wallet.Wallet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Redeems: reads the token, the wallet and the settings, decides by the domain, and commits. */
@Service
class RedemptionService {

    private static final String SCOPE = "redeem-strategy";

    private final Store store;
    private final InstantSource clock;
    private final SecureRandom random;

    RedemptionService(Store store, InstantSource clock, SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    RedemptionResponse redeem(String secret, String profile, Money amount) {
        Key<Token> token = store.tokens().key(Token.idOf(secret));
        Key<Wallet> wallet = store.wallets().key(ProfileId.of(profile));
        Key<Settings> settings = store.settings().key();
        CommitId commit = newCommit();
        NewIds ids = new NewIds(clock, random);
        Deadline deadline = ((Deadline) () -> Duration.ofSeconds(12)).atMost(Duration.ofSeconds(12));
        Outcome<RedemptionResponse> outcome = store.run(deadline, ids, () -> {
            Instant now = clock.instant();
            Snapshot found = store.read(List.of(token, wallet, settings));
            require(found.get(token).filter(it -> it.isValid(now)).isPresent(), HttpStatus.UNAUTHORIZED);
            require(found.get(token).filter(it -> it.permits(SCOPE)).isPresent(), HttpStatus.FORBIDDEN);
            Wallet open = found.get(wallet)
                    .filter(Wallet::isOpen)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return decide(open, amount, found.get(settings).orElse(Settings.DEFAULT), ids.get(0), commit, now);
        });
        return switch (outcome) {
            case Outcome.Answered<RedemptionResponse>(RedemptionResponse answer) -> answer;
            case Outcome.NothingMoved<RedemptionResponse>() ->
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            case Outcome.Unknown<RedemptionResponse>() -> throw new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT);
        };
    }

    private Plan<RedemptionResponse> decide(
            Wallet wallet, Money amount, Settings settings, long id, CommitId commit, Instant now) {
        Redeem redeem = new Redeem(id, amount, List.of(LotKind.REWARD, LotKind.POINT), settings.strictRedemption());
        return switch (redeem.on(wallet, new Moment(wallet.now(now), commit, settings.exchangeRate()))) {
            case Decision.Refused<Redeem.Refusal> refused ->
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
            case Decision.Moved<Redeem.Refusal>(Movement movement) -> {
                Redemption redemption = redemption(id, amount, movement);
                yield Plan.commit(store.moved(movement), RedemptionResponse.of(redemption, movement, settings))
                        .and(store.redemptions().add(redemption));
            }
        };
    }

    private static Redemption redemption(long id, Money amount, Movement movement) {
        Instant now = movement.entry().at();
        return new Redemption(
                id,
                1,
                movement.wallet().profileId(),
                RedemptionType.REDEEM,
                movement.entry().version(),
                movement.entry().value(),
                amount,
                Money.ZERO,
                Money.ZERO,
                false,
                Optional.empty(),
                Optional.empty(),
                new Redemption.Reference(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                now,
                now);
    }

    private CommitId newCommit() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new CommitId(HexFormat.of().formatHex(bytes));
    }

    private static void require(boolean condition, HttpStatus otherwise) {
        if (!condition) {
            throw new ResponseStatusException(otherwise);
        }
    }
}
