// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes everything, and says of each span where it is from. */
public final class Collecting implements Sender {

  private final List<String> spans = new CopyOnWriteArrayList<>();

  /** Service, scope and name of every span, in the order in which they came. */
  public List<String> spans() {
    return spans;
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException {
    for (ResourceSpans resource :
        ExportTraceServiceRequest.parseFrom(batch.toByteArray()).getResourceSpansList()) {
      String service =
          resource.getResource().getAttributesList().stream()
              .map(attribute -> attribute.getValue().getStringValue())
              .findFirst()
              .orElse("");
      resource
          .getScopeSpansList()
          .forEach(
              scope ->
                  scope
                      .getSpansList()
                      .forEach(
                          span ->
                              spans.add(
                                  service
                                      + " "
                                      + scope.getScope().getName()
                                      + " "
                                      + span.getName())));
    }
    return SendResult.success();
  }
}
