package bilby.wallet;

/** A lot bears the id of the reward or of the grant of points that it is the open part of. Written {@code R17}, {@code P17}. */
public record LotId(LotKind kind, long id) {

    public static LotId reward(long id) {
        return new LotId(LotKind.REWARD, id);
    }

    public static LotId points(long id) {
        return new LotId(LotKind.POINT, id);
    }

    static LotId parse(String text) {
        return new LotId(LotKind.of(text.charAt(0)), Long.parseLong(text, 1, text.length(), 10));
    }

    void tell(StringBuilder text) {
        text.append(kind.letter()).append(id);
    }

    @Override
    public String toString() {
        return kind.letter() + Long.toString(id);
    }
}
