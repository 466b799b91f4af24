package bilby.functions.http;

import bilby.money.Money;
import bilby.money.Points;
import bilby.time.WallClock;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One field of a body, read as one kind of value. Absent, null and the empty string are all unset; but of a number the empty
 * string is wrong, for much can hang on one that was meant to be there. What is wrong with a field is noted, and then it
 * reads as unset.
 */
public final class Field {

    /** The longest short text: a name, a handle, an id of another system's. In UTF-16 units. */
    public static final int SHORT_TEXT = 255;

    /** The largest free JSON of a record, in bytes. */
    public static final int LARGEST_META = 16 << 10;

    private static final Pattern NUMERIC = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final BigDecimal LARGEST_QUANTITY = BigDecimal.valueOf(1_000_000_000);
    private static final String IN_DOMAIN = "[\\p{L}\\p{M}\\p{N}-]";
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\p{IsWhite_Space}@<>()\\[\\],;:\\\\\"]{1,64}@(" + IN_DOMAIN + "{1,63}\\.)+" + IN_DOMAIN + "{2,63}");
    private static final int LARGEST_EXPONENT = 400;

    private final String name;
    private final Optional<JsonNode> value;
    private final boolean isEmptyText;
    private final Errors errors;

    Field(String name, Optional<JsonNode> value, Errors errors) {
        this.name = name;
        this.isEmptyText = value.filter(
                        node -> node.isTextual() && node.textValue().isEmpty())
                .isPresent();
        this.value = value.filter(node -> !node.isNull() && !isEmptyText);
        this.errors = errors;
    }

    boolean isSet() {
        return value.isPresent();
    }

    /** Whether it is a list, of anything. */
    public boolean isList() {
        return value.filter(JsonNode::isArray).isPresent();
    }

    /** Notes that the field is missing, if it is unset and nothing is wrong with it already. */
    public Field required() {
        if (value.isEmpty() && !errors.has(name)) {
            errors.add(name, "The " + label() + " field is required.");
        }
        return this;
    }

    /** Notes that the field is missing, if it is unset or an empty list. */
    public void requiredList() {
        if (value.filter(node -> !(node.isArray() && node.isEmpty())).isEmpty()) {
            errors.add(name, "The " + label() + " field is required.");
        }
    }

    private <T> Optional<T> refuse(String rule) {
        errors.add(name, "The " + label() + " " + rule);
        return Optional.empty();
    }

    private String label() {
        return name.replace('_', ' ');
    }

    /** A text of one line. */
    public Optional<String> line(int longest) {
        return text(longest, false);
    }

    /** A text that may have several lines, such as a description. */
    public Optional<String> prose(int longest) {
        return text(longest, true);
    }

    private Optional<String> text(int longest, boolean lines) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isTextual()) {
            return refuse("must be a string.");
        }
        String text = value.get().textValue();
        if (text.length() > longest) {
            return refuse("may not be longer than " + longest + " characters.");
        }
        if (!isPlain(text, lines)) {
            return refuse("may not contain control characters or broken surrogates.");
        }
        return Optional.of(text);
    }

    private static boolean isPlain(String text, boolean lines) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'))));
    }

    /** A text of one line, a number or a boolean, as the text that it stands for. */
    public Optional<String> scalar() {
        if (value.filter(JsonNode::isContainerNode).isPresent()) {
            return refuse("must be a string, a number or a boolean.");
        }
        if (value.filter(JsonNode::isNumber).isPresent()) {
            return decimal().map(number -> number.stripTrailingZeros().toPlainString());
        }
        return value.filter(JsonNode::isBoolean).map(JsonNode::asText).or(() -> line(SHORT_TEXT));
    }

    /** A text of one line, or an integer that stands for one: an id of another system's. */
    public Optional<String> reference() {
        return value.filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asText)
                .filter(digits -> digits.length() <= SHORT_TEXT)
                .or(() -> line(SHORT_TEXT));
    }

    public Optional<String> handle() {
        Optional<String> text = line(SHORT_TEXT);
        return text.isPresent() && !HANDLE.matcher(text.get()).matches()
                ? refuse("may only contain letters, numbers, dashes and underscores.")
                : text;
    }

    /** One of some words. */
    public <T> Optional<T> word(Function<String, Optional<T>> words) {
        Optional<String> text = line(SHORT_TEXT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> word = words.apply(text.get());
        return word.isPresent() ? word : refuse("is not one of the allowed values.");
    }

    /** {@code true}, {@code false}, or 1, 0, as a number or a text. */
    public Optional<Boolean> flag() {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (value.get().isContainerNode() ? "" : value.get().asText()) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> refuse("must be true or false.");
        };
    }

    /** Whether the field says yes; whatever is wrong with it is left to {@link #flag} to note. */
    public boolean isTrue() {
        return value.map(JsonNode::asText)
                .filter(text -> text.equals("true") || text.equals("1"))
                .isPresent();
    }

    /** A whole number in a range, as a number or a text. */
    public Optional<Long> integer(long smallest, long largest) {
        Optional<BigDecimal> number = decimal();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = number.get();
        if (exact.stripTrailingZeros().scale() > 0) {
            return refuse("must be an integer.");
        }
        if (exact.compareTo(BigDecimal.valueOf(smallest)) < 0) {
            return refuse("must be at least " + smallest + ".");
        }
        if (exact.compareTo(BigDecimal.valueOf(largest)) > 0) {
            return refuse("may not be greater than " + largest + ".");
        }
        return Optional.of(exact.longValueExact());
    }

    /** The id of a record, as a number or a text. */
    public Optional<Long> id() {
        return integer(1, (1L << 53) - 1);
    }

    /** A list of ids of records, in its order; what is no id is noted, and empty. */
    public List<Optional<Long>> ids(int most) {
        List<Optional<Long>> ids = new ArrayList<>();
        int index = 0;
        for (JsonNode id : list(most).map(JsonNode::valueStream).stream()
                .flatMap(all -> all)
                .toList()) {
            ids.add(new Field(name + "." + index++, Optional.of(id), errors)
                    .required()
                    .id());
        }
        return ids;
    }

    /** An amount above zero. */
    public Optional<Money> positiveMoney() {
        Optional<Money> money = money();
        return money.isPresent() && !money.get().isPositive() ? refuse("must be greater than 0.") : money;
    }

    /** An amount of zero or more. */
    public Optional<Money> moneyFromZero() {
        Optional<Money> money = money();
        return money.isPresent() && money.get().compareTo(Money.ZERO) < 0 ? refuse("must be at least 0.") : money;
    }

    /** An amount of either sign, as a number or a text, with two decimals at most. */
    public Optional<Money> money() {
        Optional<BigDecimal> number = decimal();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = number.get();
        if (exact.abs().compareTo(Money.LARGEST.toBigDecimal()) > 0) {
            return refuse("may not be greater than " + Money.LARGEST + ".");
        }
        if (exact.stripTrailingZeros().scale() > 2) {
            return refuse("may have 2 decimals at most.");
        }
        return Optional.of(Money.ofCents(exact.movePointRight(2).longValueExact()));
    }

    /** A number of points above zero, in the range of amounts. */
    public Optional<Points> positivePoints() {
        return positiveMoney().map(Field::points);
    }

    /** A number of points of zero or more, in the range of amounts. */
    public Optional<Points> pointsFromZero() {
        return moneyFromZero().map(Field::points);
    }

    private static Points points(Money sameNumber) {
        return Points.ofHundredths(sameNumber.cents());
    }

    /** A quantity of either sign, as a number or a text, with four decimals at most. */
    public Optional<BigDecimal> quantity() {
        Optional<BigDecimal> number = decimal();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.get().abs().compareTo(LARGEST_QUANTITY) > 0) {
            return refuse("may not be greater than " + LARGEST_QUANTITY + ".");
        }
        return number.get().stripTrailingZeros().scale() > 4 ? refuse("may have 4 decimals at most.") : number;
    }

    private Optional<BigDecimal> decimal() {
        if (value.isEmpty()) {
            return isEmptyText && !errors.has(name) ? refuse("must be a number.") : Optional.empty();
        }
        JsonNode node = value.get();
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            // A number like 1e999999999 is short to write and endless to calculate with.
            return Math.abs((long) number.precision() - number.scale()) <= LARGEST_EXPONENT
                            && number.scale() <= LARGEST_EXPONENT
                    ? Optional.of(number)
                    : refuse("is out of range.");
        }
        return node.isTextual() && NUMERIC.matcher(node.textValue()).matches()
                ? Optional.of(new BigDecimal(node.textValue()))
                : refuse("must be a number.");
    }

    /** The id of a profile. */
    public Optional<ProfileId> profileId() {
        Optional<String> text = line(SHORT_TEXT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProfileId> id = ProfileId.parse(text.get());
        return id.isPresent() ? id : refuse("must be a UUID.");
    }

    /** The name of a time zone. */
    public Optional<ZoneId> zone() {
        Optional<String> text = line(SHORT_TEXT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ZoneId> zone = WallClock.zone(text.get());
        return zone.isPresent() ? zone : refuse("must be the name of a time zone, such as Australia/Melbourne.");
    }

    /** A time: on the wall-clock of some zone, or at an offset that it names. */
    public Optional<Time> time() {
        Optional<String> text = line(SHORT_TEXT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Time> time = Time.parse(text.get());
        return time.isPresent() ? time : refuse("must be a time, such as 2024-12-05 08:30:00.");
    }

    /** A time on the wall-clock of UTC, or at an offset that it names. */
    public Optional<Instant> utc() {
        return time().map(time -> time.in(ZoneOffset.UTC));
    }

    /** A time on the wall-clock. */
    public Optional<LocalDateTime> wallClock() {
        return time().map(Time::wallClock);
    }

    /** An e-mail address, by its shape. */
    public Optional<String> email() {
        Optional<String> text = line(SHORT_TEXT);
        return text.isPresent() && !EMAIL.matcher(text.get()).matches()
                ? refuse("must be a valid email address.")
                : text;
    }

    /** An address of a page or picture. */
    public Optional<String> url() {
        Optional<String> text = line(2_000);
        return text.isPresent() && !isWeb(text.get()) ? refuse("must be an http or https URL.") : text;
    }

    private static boolean isWeb(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A list, of anything. */
    public Optional<JsonNode> list(int most) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isArray()) {
            return refuse("must be an array.");
        }
        return value.get().size() > most ? refuse("may not have more than " + most + " elements.") : value;
    }

    /** A list of at most 100 short texts, kept as sent. */
    public Optional<JsonNode> tags() {
        return texts(100).flatMap(texts -> value);
    }

    /** A list of short texts, none of them empty. */
    public Optional<List<String>> texts(int most) {
        Optional<JsonNode> list = list(most);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode text : list.get()) {
            new Field(name + "." + index++, Optional.of(text), errors)
                    .required()
                    .line(SHORT_TEXT)
                    .ifPresent(texts::add);
        }
        return Optional.of(texts);
    }

    /** A JSON object of any content, kept as sent. */
    public Optional<JsonNode> object(int mostBytes) {
        return value.isPresent() && !value.get().isObject() ? refuse("must be an object.") : kept(mostBytes);
    }

    /** A JSON list of any content, kept as sent. */
    public Optional<JsonNode> array(int mostBytes) {
        return value.isPresent() && !value.get().isArray() ? refuse("must be an array.") : kept(mostBytes);
    }

    /** A JSON object or list of any content, kept as sent. */
    public Optional<JsonNode> objectOrArray(int mostBytes) {
        return value.isPresent() && !value.get().isContainerNode() ? refuse("must be an object.") : kept(mostBytes);
    }

    /** JSON of any kind, kept as sent. */
    public Optional<JsonNode> kept(int mostBytes) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = Json.text(value.get());
        if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            return refuse("may not be larger than " + mostBytes + " bytes.");
        }
        return hasBrokenSurrogate(text) ? refuse("may not contain broken surrogates.") : value;
    }

    private static boolean hasBrokenSurrogate(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** The deployment's one currency, if any is named. */
    void currency(String only) {
        if (line(SHORT_TEXT).filter(code -> !code.equalsIgnoreCase(only)).isPresent()) {
            refuse("must be " + only + ", the currency of this deployment.");
        }
    }
}
