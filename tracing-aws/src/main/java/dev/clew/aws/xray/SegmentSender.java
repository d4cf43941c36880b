// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.segment.Document;
import dev.clew.aws.segment.Segments;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.AwsSender;
import dev.clew.aws.sender.Delivery;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.UnprocessedTraceSegment;

/**
 * Sends batches as segment documents, 50 to a call; what X-Ray has not processed is sent again
 * alone.
 */
final class SegmentSender extends AwsSender {

  private static final int MOST_DOCUMENTS = 50;

  /** How the codes begin of documents that X-Ray will never take. */
  private static final List<String> HOPELESS =
      List.of("Parse", "Missing", "Invalid", "Validation", "MalformedId", "SegmentTooLarge");

  private final Collection<String> annotated;
  private XRayClient client;

  /**
   * One that sends annotations.
   *
   * @param annotated keys of attributes
   */
  SegmentSender(AwsConnection connection, Collection<String> annotated) {
    super(connection);
    this.annotated = annotated;
  }

  @Override
  protected SendResult deliver(Batch batch, Duration timeout)
      throws IOException, InterruptedException {
    if (client == null) {
      client = connection().client(XRayClient.builder(), timeout.dividedBy(3));
    }
    Delivery delivery = new Delivery(connection(), timeout);
    Segments segments = Segments.of(batch, annotated);
    if (segments.unreadable() > 0) {
      delivery.reject(segments.unreadable(), "no spans");
    }
    List<Document> documents = segments.documents();
    for (int from = 0; from < documents.size(); from += MOST_DOCUMENTS) {
      int to = Math.min(documents.size(), from + MOST_DOCUMENTS);
      List<Document> refused =
          delivery.complete(documents.subList(from, to), some -> put(some, delivery));
      refused.forEach(document -> delivery.reject(document.spans(), "X-Ray refused the request"));
    }
    return delivery.result();
  }

  /** Those that may be processed next time. */
  private List<Document> put(List<Document> documents, Delivery delivery) {
    List<UnprocessedTraceSegment> unprocessed =
        client
            .putTraceSegments(
                put -> put.traceSegmentDocuments(documents.stream().map(Document::json).toList()))
            .unprocessedTraceSegments();
    Map<String, Document> byId = new HashMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    List<Document> again = new ArrayList<>();
    for (UnprocessedTraceSegment each : unprocessed) {
      Document document = byId.get(each.id());
      String code = String.valueOf(each.errorCode());
      if (document != null && HOPELESS.stream().anyMatch(code::startsWith)) {
        delivery.reject(document.spans(), "X-Ray refused a document: " + code);
      } else if (document != null) {
        again.add(document);
      }
    }
    return again;
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
