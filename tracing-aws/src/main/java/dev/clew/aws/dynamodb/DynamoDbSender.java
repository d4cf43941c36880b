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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Writes batches: what does not fit into items of spans first, then spans with summaries. */
final class DynamoDbSender extends AwsSender {

  private final Tables tables;
  private final KnownSummaries known = new KnownSummaries();
  private DynamoDbClient client;
  private boolean tablesAreThere;

  DynamoDbSender(AwsConnection connection, Tables tables) {
    super(connection);
    this.tables = tables;
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
    new Overflow(client, tables.spans()).write(traces, delivery);
    new Transactions(client, tables, known, delivery).write(traces);
    return delivery.result();
  }

  private List<TraceWrite> traces(Batch batch, Delivery delivery) throws IOException {
    byte[] resource = batch.resourcePrefix();
    SpanItems items =
        new SpanItems(resource, OtlpValues.service(OtlpValues.resource(resource)), tables.expiry());
    List<TraceWrite> traces = new ArrayList<>();
    for (Map.Entry<String, List<SpanBytes>> trace : SpanBytes.byTrace(batch).entrySet()) {
      TraceWrite write = new TraceWrite(trace.getKey());
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

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
