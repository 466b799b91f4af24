package bilby.store;

import bilby.birthday.BirthdayPlace;
import bilby.profile.Birthday;
import bilby.profile.FoldedName;
import bilby.profile.Identity;
import bilby.profile.Profile;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The members, each with a version of its own. */
public final class Profiles {

    /** The key of the index over birthdays, which has only those profiles whose birthday is known. */
    static final String BIRTHDAY_PLACE = "birthday_place";

    /**
     * An index over names, which has only those profiles that have such a name: by its first character, in the order of the
     * names.
     */
    enum NameIndex {
        BY_LAST_NAME("by_last_name", "last_name_initial", "last_name_folded"),
        BY_FULL_NAME("by_full_name", "full_name_initial", "full_name_folded");

        final String index;
        final String initial;
        final String folded;

        NameIndex(String index, String initial, String folded) {
            this.index = index;
            this.initial = initial;
            this.folded = folded;
        }

        private void put(Item item, Optional<String> name) {
            Optional<FoldedName> known = name.flatMap(FoldedName::of);
            item.putText(initial, known.map(FoldedName::initial)).putText(folded, known.map(FoldedName::text));
        }
    }

    private final Table table;

    Profiles(String table) {
        this.table = new Table(table, "id");
    }

    public Key<Profile> key(ProfileId id) {
        return table.key(id.toString(), Profiles::read);
    }

    public Change add(Profile profile) {
        return Change.added(key(profile.id()), item(profile), table.add(item(profile), Write.Refusal.TAKEN))
                .about(Optional.of(profile.id()))
                .filedUnder(answersOf(profile.id()));
    }

    public Change replace(Profile profile) {
        return Change.replaced(key(profile.id()), item(profile), table.replace(item(profile), profile.version() - 1))
                .about(Optional.of(profile.id()))
                .filedUnder(answersOf(profile.id()));
    }

    /** The name that answers about a profile are filed under. */
    static String answersOf(ProfileId id) {
        return "profile#" + id;
    }

    public Change delete(Profile profile) {
        return Change.deleted(key(profile.id()), profile.version(), table.delete(key(profile.id()), profile.version()));
    }

    Page birthdays(Finder finder, BirthdayPlace place, Optional<ProfileId> after, int limit) {
        QueryResponse page = finder.birthdays(table.name(), place.name(), after.map(ProfileId::toString), limit);
        List<String> ids =
                page.items().stream().map(item -> Item.of(item).text("id")).toList();
        return new Page(ids, page.hasLastEvaluatedKey() ? Optional.of(ids.getLast()) : Optional.empty());
    }

    Stream<String> named(Finder finder, NameIndex index, FoldedName beginning, int limit) {
        return finder.named(table.name(), index, beginning, limit);
    }

    String table() {
        return table.name();
    }

    private static Item item(Profile profile) {
        Item item = Item.with("id", profile.id().toString())
                .put("version", profile.version())
                .put("commit", profile.commit().value())
                .putText("first_name", profile.firstName())
                .putText("last_name", profile.lastName())
                .putText("email", profile.email())
                .putText("mobile_phone", profile.mobilePhone())
                .putNumber("birth_month", profile.birthday().map(birthday ->
                        (long) birthday.day().getMonthValue()))
                .putNumber("birth_day", profile.birthday().map(birthday ->
                        (long) birthday.day().getDayOfMonth()))
                .putNumber(
                        "birth_year", profile.birthday().flatMap(Birthday::year).map(Integer::longValue))
                .putInstant("birthday_since", profile.birthdaySince())
                .putText(BIRTHDAY_PLACE, BirthdayPlace.of(profile).map(BirthdayPlace::name))
                .putText("timezone", profile.zone().map(ZoneId::getId))
                .putItems(
                        "identities",
                        profile.identities().stream().map(Profiles::item).toList())
                .put("details", profile.details())
                .put("created_at", profile.createdAt())
                .put("updated_at", profile.updatedAt());
        NameIndex.BY_LAST_NAME.put(item, profile.lastName());
        NameIndex.BY_FULL_NAME.put(item, profile.fullName());
        return item;
    }

    private static Profile read(Item item) {
        return new Profile(
                ProfileId.of(item.text("id")),
                item.number("version"),
                new CommitId(item.text("commit")),
                item.optionalText("first_name"),
                item.optionalText("last_name"),
                item.optionalText("email"),
                item.optionalText("mobile_phone"),
                birthday(item),
                item.optionalInstant("birthday_since"),
                item.optionalText("timezone").map(ZoneId::of),
                item.items("identities").map(Profiles::identity).toList(),
                item.text("details"),
                item.instant("created_at"),
                item.instant("updated_at"));
    }

    private static Item item(Identity identity) {
        return Item.with("id", identity.id())
                .put("handle", identity.handle())
                .put("identifier", identity.identifier())
                .put("is_primary", identity.isPrimary())
                .put("is_active", identity.isActive())
                .put("created_at", identity.createdAt())
                .put("updated_at", identity.updatedAt());
    }

    private static Identity identity(Item item) {
        return new Identity(
                item.number("id"),
                item.text("handle"),
                item.text("identifier"),
                item.flag("is_primary"),
                item.flag("is_active"),
                item.instant("created_at"),
                item.instant("updated_at"));
    }

    private static Optional<Birthday> birthday(Item item) {
        return item.optionalNumber("birth_month")
                .flatMap(month -> Birthday.of(
                        month.intValue(),
                        (int) item.number("birth_day"),
                        item.optionalNumber("birth_year").map(Long::intValue)));
    }
}
