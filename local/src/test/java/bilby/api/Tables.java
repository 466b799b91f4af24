package bilby.api;

import bilby.local.LocalServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables of a server, for a hand that reaches into them past all functions, as a restore or a fault would. */
record Tables(DynamoDbClient client) implements AutoCloseable {

    static Tables of(LocalServer server) {
        return new Tables(DynamoDbClient.builder()
                .endpointOverride(server.dynamoDbUri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    /** An item, and where it is. */
    record Row(String table, Map<String, AttributeValue> key) {}

    static Row wallet(String profile) {
        return new Row("WalletsTable", Map.of("profile_id", AttributeValue.fromS(profile)));
    }

    static Row entry(String profile, long version) {
        return new Row("LedgerTable", Map.of("profile_id", AttributeValue.fromS(profile), "version", number(version)));
    }

    static Row reward(long id) {
        return new Row("RewardsTable", Map.of("id", number(id)));
    }

    static Row points(long id) {
        return new Row("PointsTable", Map.of("id", number(id)));
    }

    static Row redemption(long id) {
        return new Row("RedemptionsTable", Map.of("id", number(id)));
    }

    static Row settings(int copy) {
        return new Row("DefinitionsTable", Map.of("kind_id", AttributeValue.fromS("settings#" + copy)));
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    Map<String, AttributeValue> read(Row row) {
        return client.getItem(get -> get.tableName(row.table()).key(row.key()).consistentRead(true))
                .item();
    }

    /** What is there from now on; nothing where the item is empty, as it is read where there is none. */
    void put(Row row, Map<String, AttributeValue> item) {
        if (item.isEmpty()) {
            delete(row);
        } else {
            client.putItem(put -> put.tableName(row.table()).item(item));
        }
    }

    void set(Row row, String name, AttributeValue value) {
        Map<String, AttributeValue> item = new HashMap<>(read(row));
        item.put(name, value);
        put(row, item);
    }

    void delete(Row row) {
        client.deleteItem(delete -> delete.tableName(row.table()).key(row.key()));
    }

    /** What the indexes over people hold: those over names and birthdays of profiles, that over identifiers of claims. */
    List<Map<String, AttributeValue>> indexed() {
        return Stream.of(
                        Map.entry("ProfilesTable", "by_last_name"),
                        Map.entry("ProfilesTable", "by_full_name"),
                        Map.entry("ProfilesTable", "by_birthday"),
                        Map.entry("ClaimsTable", "by_identifier"))
                .flatMap(
                        index -> client
                                .scanPaginator(
                                        scan -> scan.tableName(index.getKey()).indexName(index.getValue()))
                                .items()
                                .stream())
                .toList();
    }

    /** All items of all tables that hold a text anywhere, also in what is stored compressed. */
    List<String> holding(String text) {
        return client.listTables().tableNames().stream()
                .flatMap(table -> client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                        .map(item -> table + " " + legible(item)))
                .filter(item -> item.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String legible(Map<String, AttributeValue> item) {
        StringBuilder text = new StringBuilder();
        item.forEach((name, value) -> text.append(name)
                .append(' ')
                .append(
                        value.b() == null
                                ? value.toString()
                                : unzipped(value.b().asInputStream()))
                .append('\n'));
        return text.toString();
    }

    private static String unzipped(InputStream zipped) {
        try (GZIPInputStream gzip = new GZIPInputStream(zipped)) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
