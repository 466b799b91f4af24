package bilby.wallet;

/** What a movement was about: a reward, a grant of points, a redemption, or the wallet itself. Written {@code reward 17}. */
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

    record OfWallet() implements Subject {
        @Override
        public String toString() {
            return "wallet 0";
        }
    }

    static Subject of(LotId lot) {
        return switch (lot.kind()) {
            case REWARD -> new OfReward(lot.id());
            case POINT -> new OfPoints(lot.id());
        };
    }

    static Subject parse(String text) {
        int space = text.indexOf(' ');
        long id = Long.parseLong(text, space + 1, text.length(), 10);
        String word = text.substring(0, space);
        return switch (word) {
            case "reward" -> new OfReward(id);
            case "point" -> new OfPoints(id);
            case "redemption" -> new OfRedemption(id);
            case "wallet" -> new OfWallet();
            default -> throw new IllegalArgumentException("not a subject: " + text);
        };
    }
}
