package bilby.store;

import bilby.profile.FoldedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Finds what there is where the keys are not known. What stands under ids of an index is read afterwards, by key. */
final class Finder {

    private final DynamoDbClient client;

    Finder(DynamoDbClient client) {
        this.client = client;
    }

    /** The ids of all that a profile has, the newest first, from the index {@code by_profile}. */
    List<Long> ofProfile(String table, String profileId) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName("by_profile")
                .keyConditionExpression("profile_id = :profile")
                .expressionAttributeValues(Map.of(":profile", AttributeValue.fromS(profileId)))
                .scanIndexForward(false)
                .build();
        return client.queryPaginator(query).items().stream()
                .map(item -> Item.of(item).number("id"))
                .toList();
    }

    /**
     * What stands under a profile's versions up to this one, strongly consistent. It is read as it is taken, a megabyte at
     * a time.
     *
     * @param firstFirst whether it comes in the order of the versions, or from the last down
     */
    Stream<Item> ofProfileUpTo(String table, String profileId, long version, boolean firstFirst) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("profile_id = :profile and #version <= :version")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(
                        ":profile",
                        AttributeValue.fromS(profileId),
                        ":version",
                        AttributeValue.fromN(Long.toString(version))))
                .scanIndexForward(firstFirst)
                .consistentRead(true)
                .build();
        return client.queryPaginator(query).items().stream().map(Item::of);
    }

    /** All rows of a job, strongly consistent, read 1 MB at a time as they are taken. */
    Stream<Item> ofJob(String table, String job) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("job = :job")
                .expressionAttributeValues(Map.of(":job", AttributeValue.fromS(job)))
                .scanIndexForward(false)
                .consistentRead(true)
                .build();
        return client.queryPaginator(query).items().stream().map(Item::of);
    }

    /** The rows of a job from one name to another, both included, strongly consistent, in the order of their names. */
    Stream<Item> ofJobBetween(String table, String job, String from, String to) {
        return client.queryPaginator(between(table, job, from, to).build()).items().stream()
                .map(Item::of);
    }

    /** The last of the rows of a job from one name to another, from the last down, strongly consistent. */
    Stream<Item> lastOfJobBetween(String table, String job, String from, String to, int most) {
        return client
                .query(between(table, job, from, to)
                        .scanIndexForward(false)
                        .limit(most)
                        .build())
                .items()
                .stream()
                .map(Item::of);
    }

    private static QueryRequest.Builder between(String table, String job, String from, String to) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("job = :job and #row between :from and :to")
                .expressionAttributeNames(Map.of("#row", "row"))
                .expressionAttributeValues(Map.of(
                        ":job",
                        AttributeValue.fromS(job),
                        ":from",
                        AttributeValue.fromS(from),
                        ":to",
                        AttributeValue.fromS(to)))
                .consistentRead(true);
    }

    /** What stands under a profile's versions after this one, in their order, strongly consistent. */
    Stream<Item> ofProfileAfter(String table, String profileId, long version, int most) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("profile_id = :profile and #version > :version")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(
                        ":profile",
                        AttributeValue.fromS(profileId),
                        ":version",
                        AttributeValue.fromN(Long.toString(version))))
                .consistentRead(true)
                .limit(most)
                .build();
        return client.query(query).items().stream().map(Item::of);
    }

    /** The keys of all answers that are filed under a name, from the index {@code by_file}. */
    Stream<Item> filedUnder(String table, String name) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName("by_file")
                .keyConditionExpression(Claims.FILED_UNDER + " = :name")
                .expressionAttributeValues(Map.of(":name", AttributeValue.fromS(name)))
                .build();
        return client.queryPaginator(query).items().stream().map(Item::of);
    }

    /**
     * The ids of some profiles in one place of the index over birthdays, in its own order.
     *
     * @param after the id to go on after
     */
    QueryResponse birthdays(String table, String place, Optional<String> after, int limit) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .indexName("by_birthday")
                .keyConditionExpression(Profiles.BIRTHDAY_PLACE + " = :place")
                .expressionAttributeValues(Map.of(":place", AttributeValue.fromS(place)))
                .limit(limit);
        after.ifPresent(id -> query.exclusiveStartKey(
                Map.of(Profiles.BIRTHDAY_PLACE, AttributeValue.fromS(place), "id", AttributeValue.fromS(id))));
        return client.query(query.build());
    }

    /** The ids of the first profiles of an index over names whose name begins so, in the order of the names. */
    Stream<String> named(String table, Profiles.NameIndex index, FoldedName beginning, int limit) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(index.index)
                .keyConditionExpression(index.initial + " = :initial and begins_with(" + index.folded + ", :beginning)")
                .expressionAttributeValues(Map.of(
                        ":initial",
                        AttributeValue.fromS(beginning.initial()),
                        ":beginning",
                        AttributeValue.fromS(beginning.text())))
                .limit(limit)
                .build();
        return client.query(query).items().stream().map(item -> Item.of(item).text("id"));
    }

    /** The owners of all identities of an identifier, from the index {@code by_identifier}. */
    Stream<String> identified(String table, String identifier) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName("by_identifier")
                .keyConditionExpression(Claims.IDENTIFIER + " = :identifier")
                .expressionAttributeValues(Map.of(":identifier", AttributeValue.fromS(identifier)))
                .build();
        return client.queryPaginator(query).items().stream()
                .map(item -> Item.of(item).text(Claims.OWNER));
    }

    /** All items of a table, read 1 MB at a time as they are asked for. */
    Stream<Item> all(String table) {
        ScanRequest scan =
                ScanRequest.builder().tableName(table).consistentRead(true).build();
        return client.scanPaginator(scan).items().stream().map(Item::of);
    }

    /**
     * Some items of one part of a table, strongly consistent.
     *
     * @param after the key that the page before ended with
     */
    ScanResponse segment(
            String table, int segment, int segments, Optional<Map<String, AttributeValue>> after, int limit) {
        ScanRequest.Builder scan = ScanRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .segment(segment)
                .totalSegments(segments)
                .limit(limit);
        after.ifPresent(scan::exclusiveStartKey);
        return client.scan(scan.build());
    }
}
