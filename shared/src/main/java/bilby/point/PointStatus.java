package bilby.point;

import java.util.Locale;

/** How a grant of points stands at an instant. Written in lower case. */
public enum PointStatus {
    /** Nothing is left of it, whatever its time is. */
    SPENT,
    /** Something was left of it when it expired. */
    EXPIRED,
    /** Its issue is still to come. */
    PENDING,
    /** It can be spent. */
    ACTIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
