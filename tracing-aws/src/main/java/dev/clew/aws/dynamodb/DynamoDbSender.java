// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.otlp.OtlpValues;
import dev.clew.aws.otlp.SpanBytes;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.AwsSender;
import dev.clew.aws.sender.Delivery;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes batches: names and what does not fit into items of spans first, so that whoever finds a
 * span finds all of it; then spans with the summaries that count them.
 */
final class DynamoDbSender extends AwsSender {

  private final Tables tables;
  private final KnownParts known = new KnownParts();
  private final Catalogue catalogue = new Catalogue();
  private DynamoDbClient client;
  private boolean tablesAreThere;

  DynamoDbSender(AwsConnection connection, Tables tables) {
    super(connection);
    this.tables = tables;
  }

  @Override
  protected String resource() {
    return tables.spans();
  }

  @Override
  protected SendResult deliver(Batch batch, Duration timeout)
      throws IOException, InterruptedException {
    if (client == null) {
      client = connection().client(DynamoDbClient.builder(), timeout.dividedBy(3));
    }
    Delivery delivery = new Delivery(connection(), timeout);
    if (!tablesAreThere) {
      tables.createIfAsked(client, delivery);
      tablesAreThere = true;
    }
    List<TraceWrite> traces = traces(batch, delivery);
    writeNames(traces, delivery);
    new PlainPuts(client, tables.spans()).write(overflow(traces), delivery);
    new Transactions(client, tables, known, delivery).write(traces);
    return delivery.result();
  }

  private List<TraceWrite> traces(Batch batch, Delivery delivery) throws IOException {
    byte[] resource = batch.resourcePrefix();
    String service = SpanTables.key(OtlpValues.service(OtlpValues.resource(resource)));
    SpanItems items = new SpanItems(resource, service, tables.expiry());
    List<TraceWrite> traces = new ArrayList<>();
    for (Map.Entry<String, List<SpanBytes>> trace : SpanBytes.byTrace(batch).entrySet()) {
      TraceWrite write = new TraceWrite(new PartKey(trace.getKey(), service));
      for (SpanBytes span : trace.getValue()) {
        try {
          write.add(items.of(span));
        } catch (IllegalArgumentException noSpan) {
          delivery.reject(1, noSpan.getMessage());
        }
      }
      traces.add(write);
    }
    return traces;
  }

  private void writeNames(List<TraceWrite> traces, Delivery delivery)
      throws IOException, InterruptedException {
    long now = Instant.now().getEpochSecond();
    long expires = tables.expiry();
    Set<PartKey> due = catalogue.due(traces, now);
    new PlainPuts(client, tables.traces()).write(Catalogue.items(due, expires), delivery);
    catalogue.written(due, now, expires);
  }

  private static List<Map<String, AttributeValue>> overflow(List<TraceWrite> traces) {
    return traces.stream()
        .flatMap(trace -> trace.pending().stream())
        .flatMap(span -> span.overflow().stream())
        .toList();
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
