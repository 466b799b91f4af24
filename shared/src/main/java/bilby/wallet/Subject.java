package bilby.wallet;

import bilby.money.Money;

/**
 * What a movement was about: a reward, a grant of points, a redemption, the undoing of one, or the wallet itself. Written
 * {@code reward 17}.
 */
public sealed interface Subject {

    record OfReward(long id) implements Subject {
        @Override
        public String toString() {
            return "reward " + id;
        }
    }

    record OfPoints(long id) implements Subject {
        @Override
        public String toString() {
            return "point " + id;
        }
    }

    record OfRedemption(long id) implements Subject {
        @Override
        public String toString() {
            return "redemption " + id;
        }
    }

    /**
     * A return or reversal. Written {@code undoing 18 12 500}.
     *
     * @param id the return's or reversal's own id
     * @param redemptionId the redemption that it undoes, whole or in part
     * @param total how much of it, what came back to no lot included
     */
    record OfUndoing(long id, long redemptionId, Money total) implements Subject {
        @Override
        public String toString() {
            return "undoing " + id + " " + redemptionId + " " + total.cents();
        }
    }

    record OfWallet() implements Subject {
        @Override
        public String toString() {
            return "wallet 0";
        }
    }

    public static Subject of(LotId lot) {
        return switch (lot.kind()) {
            case REWARD -> new OfReward(lot.id());
            case POINT -> new OfPoints(lot.id());
        };
    }

    static Subject parse(String text) {
        String[] words = text.split(" ", -1);
        long id = Long.parseLong(words[1]);
        return switch (words[0]) {
            case "reward" -> new OfReward(id);
            case "point" -> new OfPoints(id);
            case "redemption" -> new OfRedemption(id);
            case "undoing" -> new OfUndoing(id, Long.parseLong(words[2]), Money.ofCents(Long.parseLong(words[3])));
            case "wallet" -> new OfWallet();
            default -> throw new IllegalArgumentException("not a subject: " + text);
        };
    }
}
