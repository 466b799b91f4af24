package bilby.functions.birthday;

import bilby.birthday.BirthdayPart;
import bilby.birthday.BirthdayPlace;
import bilby.functions.http.Json;
import bilby.time.WallClock;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A part of a run as a message, in JSON. */
final class PartMessage {

    private PartMessage() {}

    static String write(BirthdayPart part) {
        ObjectNode json = Json.object();
        json.put("celebrated", part.celebrated().toString());
        json.put("issued", part.issued().toString());
        json.put("begun", part.begun().toString());
        json.put("look", part.look().word());
        part.zones().forEach(json.putArray("zones")::add);
        json.put("zone_of_others", part.zoneOfOthers().getId());
        ArrayNode birthdays = json.putArray("birthdays");
        part.birthdays().forEach(day -> birthdays.add(day.toString()));
        json.put("shard", part.shard());
        switch (part.extent()) {
            case BirthdayPart.Extent.From(int place, Optional<ProfileId> after) -> {
                json.put("place", place);
                after.ifPresent(id -> json.put("after", id.toString()));
            }
            case BirthdayPart.Extent.Only(long definitionId, List<ProfileId> members) -> {
                json.put("definition", definitionId);
                ArrayNode only = json.putArray("only");
                members.forEach(id -> only.add(id.toString()));
            }
        }
        return Json.text(json);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is nothing that we wrote
     */
    static BirthdayPart read(String message) {
        JsonNode json = Json.parse(message).orElseThrow(() -> new IllegalArgumentException("the message is no JSON"));
        try {
            return new BirthdayPart(
                    LocalDate.parse(text(json, "celebrated")),
                    LocalDate.parse(text(json, "issued")),
                    Instant.parse(text(json, "begun")),
                    BirthdayPart.Look.of(text(json, "look")),
                    list(json, "zones", PartMessage::zoneName),
                    ZoneId.of(text(json, "zone_of_others")),
                    list(json, "birthdays", MonthDay::parse),
                    whole(json, "shard", BirthdayPlace.SHARDS),
                    extent(json));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the message is no part of a run", e);
        }
    }

    private static String zoneName(String name) {
        if (!name.equals(BirthdayPlace.OTHERS) && WallClock.zone(name).isEmpty()) {
            throw new IllegalArgumentException("the message names a zone that there is not");
        }
        return name;
    }

    private static BirthdayPart.Extent extent(JsonNode json) {
        return json.has("only")
                ? new BirthdayPart.Extent.Only(json.path("definition").asLong(), list(json, "only", ProfileId::of))
                : new BirthdayPart.Extent.From(
                        whole(json, "place", Integer.MAX_VALUE),
                        Optional.ofNullable(json.get("after")).map(id -> ProfileId.of(id.asText())));
    }

    private static <T> List<T> list(JsonNode json, String name, Function<String, T> reader) {
        List<T> list = new ArrayList<>();
        json.path(name).forEach(element -> list.add(reader.apply(element.asText())));
        return list;
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static int whole(JsonNode json, String name, int below) {
        JsonNode number = json.path(name);
        if (!number.isInt() || number.asInt() < 0 || number.asInt() >= below) {
            throw new IllegalArgumentException("the message has no " + name);
        }
        return number.asInt();
    }
}
