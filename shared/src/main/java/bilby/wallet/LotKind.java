package bilby.wallet;

/** What a lot is of. The letter stands for it wherever lots are stored. */
public enum LotKind {
    REWARD('R'),
    POINT('P');

    private final char letter;

    LotKind(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    static LotKind of(char letter) {
        return switch (letter) {
            case 'R' -> REWARD;
            case 'P' -> POINT;
            default -> throw new IllegalArgumentException("not a kind of lot: " + letter);
        };
    }
}
