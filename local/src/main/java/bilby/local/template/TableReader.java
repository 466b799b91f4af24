package bilby.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table's properties. */
final class TableReader {

    private TableReader() {}

    /** @param id the table's logical id */
    static Table read(String id, Part properties) {
        if (properties.find("LocalSecondaryIndexes").isPresent()) {
            throw properties.error("Bilby's local server does not know LocalSecondaryIndexes");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Part attribute : properties.get("AttributeDefinitions").items()) {
            attributes.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
        }
        List<Part> indexes =
                properties.find("GlobalSecondaryIndexes").map(Part::items).orElse(List.of());
        return new Table(
                id,
                key(properties),
                attributes,
                indexes.stream().map(TableReader::index).toList(),
                properties.find("StreamSpecification").map(stream -> stream.text("StreamViewType")));
    }

    private static TableIndex index(Part index) {
        Part projection = index.get("Projection");
        return new TableIndex(
                index.text("IndexName"),
                key(index),
                projection.text("ProjectionType"),
                projection.find("NonKeyAttributes").map(Part::texts).orElse(List.of()));
    }

    private static TableKey key(Part keyed) {
        List<Part> schema = keyed.get("KeySchema").items();
        return new TableKey(attributes(schema, "HASH"), attributes(schema, "RANGE"));
    }

    private static List<String> attributes(List<Part> schema, String type) {
        return schema.stream()
                .filter(attribute -> attribute.text("KeyType").equals(type))
                .map(attribute -> attribute.text("AttributeName"))
                .toList();
    }
}
