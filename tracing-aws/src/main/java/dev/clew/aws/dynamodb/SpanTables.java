// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads what the sender {@code dynamodb} has written, from the tables that the same settings name.
 * What was written last may not be found for some milliseconds, longer in indices. Safe for use by
 * several threads. Methods that ask DynamoDB throw {@link
 * software.amazon.awssdk.core.exception.SdkException}, after what may pass was tried again.
 */
public final class SpanTables implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final AwsConnection connection;
  private final Tables tables;
  private final DynamoDbClient client;

  private SpanTables(AwsConnection connection, Tables tables) {
    this.connection = connection;
    this.tables = tables;
    this.client = connection.patientClient(DynamoDbClient.builder(), TIMEOUT);
  }

  /**
   * Asks nobody but the SDK's chains, for region and credentials.
   *
   * @throws IllegalStateException where there is no HTTP client
   * @throws software.amazon.awssdk.core.exception.SdkException where there is no region
   */
  public static SpanTables open(Settings settings) {
    return new SpanTables(
        new AwsConnection(settings, AwsOptions.DYNAMODB_ENDPOINT), new Tables(settings));
  }

  /** A service's name as it is in keys, which have no room for more. */
  static String key(String service) {
    return Values.cut(service, Values.MAX_KEY);
  }

  /**
   * Makes the tables where that is asked for, else sees whether they are there.
   *
   * @throws IOException where they are not ready in time, or have other keys
   */
  public void prepare(Duration timeout) throws IOException, InterruptedException {
    tables.prepare(client, new Delivery(connection, timeout));
  }

  /** The names of all services, sorted. */
  public List<String> services() {
    return names(Catalogue.SERVICES);
  }

  /** What a service does, sorted by kind and name. */
  public List<TracedOperation> operations(String service) {
    return names(Catalogue.operations(key(service))).stream().map(TracedOperation::of).toList();
  }

  private List<String> names(String where) {
    return client
        .queryPaginator(of(tables.traces(), where).projectionExpression(Names.SERVICE).build())
        .items()
        .stream()
        .map(item -> item.get(Names.SERVICE).s())
        .toList();
  }

  /** The latest parts that are asked for. */
  public PartPage latest(PartQuery query) {
    return page(query.request(tables.traces()));
  }

  /** Those that come after a page that is not the last. */
  public PartPage latest(PartQuery query, PartPage after) {
    return page(query.request(tables.traces()).toBuilder().exclusiveStartKey(after.last()).build());
  }

  private PartPage page(QueryRequest request) {
    QueryResponse found = client.query(request);
    return new PartPage(
        found.items().stream().map(TracePart::of).toList(),
        found.scannedCount(),
        found.hasLastEvaluatedKey() ? found.lastEvaluatedKey() : null);
  }

  /** The parts of a trace, by their services' names. */
  public List<TracePart> parts(String traceId) {
    return client.queryPaginator(of(tables.traces(), traceId).build()).items().stream()
        .map(TracePart::of)
        .toList();
  }

  /**
   * Hands out the spans of a trace, in no order: each an OTLP {@code ExportTraceServiceRequest} of
   * this span alone, as it was sent.
   *
   * @param goOn tells whether to go on
   */
  public void spans(String traceId, Predicate<byte[]> goOn) {
    SpanParts spans = new SpanParts(goOn);
    String wanted = String.join(", ", Names.SPAN_ID, Names.OTLP, Names.PARTS);
    for (Map<String, AttributeValue> item :
        client
            .queryPaginator(of(tables.spans(), traceId).projectionExpression(wanted).build())
            .items()) {
      if (!spans.add(item)) {
        return;
      }
    }
    spans.end();
  }

  private static QueryRequest.Builder of(String table, String traceId) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(Names.TRACE_ID + " = :trace")
        .expressionAttributeValues(Map.of(":trace", AttributeValue.fromS(traceId)));
  }

  @Override
  public void close() {
    client.close();
    connection.close();
  }
}
