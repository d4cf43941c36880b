// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import dev.clew.aws.messaging.KinesisEnvelope;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Hears of what was sold. */
@ApplicationScoped
public class SalesReader {

  @Inject Sales sales;
  @Inject SalesBoard board;
  @Inject OpenTelemetry tracing;

  private String next;

  void read() {
    GetRecordsResponse read = Unrecorded.CONTEXT.wrapSupplier(this::ask).get();
    next = read.nextShardIterator();
    for (Record record : read.records()) {
      KinesisEnvelope envelope = KinesisEnvelope.open(record.data());
      sender(envelope.headers()).wrap(() -> board.add(envelope.data().asInputStream())).run();
    }
  }

  private GetRecordsResponse ask() {
    return sales.read(next == null ? sales.beginning() : next);
  }

  /** The trace that the record was put in. */
  private Context sender(Map<String, String> headers) {
    return tracing
        .getPropagators()
        .getTextMapPropagator()
        .extract(Context.root(), headers, Headers.GETTER);
  }

  private enum Headers implements TextMapGetter<Map<String, String>> {
    GETTER;

    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public String get(Map<String, String> headers, String name) {
      return headers.get(name);
    }
  }
}
