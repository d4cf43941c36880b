// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.segment.Document;
import dev.clew.aws.segment.Segments;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.Delivery;
import dev.clew.aws.sender.RequestSender;
import dev.clew.exporter.sender.Batch;
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
final class SegmentSender extends RequestSender<Document> {

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
  protected void connect(Duration timeout) {
    if (client == null) {
      client = connection().client(XRayClient.builder(), timeout);
    }
  }

  @Override
  protected List<List<Document>> requests(Batch batch, Delivery delivery) throws IOException {
    Segments segments = Segments.of(batch, annotated);
    if (segments.unreadable() > 0) {
      delivery.reject(segments.unreadable(), "no spans");
    }
    List<Document> documents = segments.documents();
    List<List<Document>> requests = new ArrayList<>();
    for (int from = 0; from < documents.size(); from += MOST_DOCUMENTS) {
      requests.add(documents.subList(from, Math.min(documents.size(), from + MOST_DOCUMENTS)));
    }
    return requests;
  }

  @Override
  protected List<Document> put(List<Document> documents, Delivery delivery) {
    List<UnprocessedTraceSegment> unprocessed =
        client
            .putTraceSegments(
                put -> put.traceSegmentDocuments(documents.stream().map(Document::json).toList()))
            .unprocessedTraceSegments();
    Map<String, Document> byId = new HashMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    if (unprocessed.stream().anyMatch(each -> !isHopeless(each) && !byId.containsKey(each.id()))) {
      // It may be any of them; those that X-Ray has it knows by their ids.
      return documents;
    }
    List<Document> again = new ArrayList<>();
    for (UnprocessedTraceSegment each : unprocessed) {
      Document document = byId.get(each.id());
      if (isHopeless(each)) {
        // One whose id X-Ray could not read has a span at least.
        delivery.reject(
            document == null ? 1 : document.spans(),
            "X-Ray refused a document: " + each.errorCode());
      } else {
        again.add(document);
      }
    }
    return again;
  }

  private static boolean isHopeless(UnprocessedTraceSegment document) {
    String code = String.valueOf(document.errorCode());
    return HOPELESS.stream().anyMatch(code::startsWith);
  }

  @Override
  protected long spans(Document document) {
    return document.spans();
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
