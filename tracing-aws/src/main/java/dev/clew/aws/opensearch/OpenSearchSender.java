// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.opensearch;

import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.Delivery;
import dev.clew.aws.sender.RequestSender;
import dev.clew.aws.sender.SignedPost;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Indexes spans by {@code _bulk}. What is throttled is sent again alone; what the index cannot map
 * is sent again with its attributes as a text, so that no span is lost for a name or a type.
 */
final class OpenSearchSender extends RequestSender<SpanDocument> {

  /** The smallest domains take 10 MiB; requests are better far below that. */
  private static final int MAX_BYTES = 4_000_000;

  private static final int TOO_LARGE = 413;

  private final SignedPost post;
  private final String index;
  private boolean templateWanted;
  private Duration patience;

  /**
   * One that writes to an index a day.
   *
   * @param index what the names of the indexes begin with
   * @param template whether the template of these indexes is put first
   */
  OpenSearchSender(AwsConnection connection, SignedPost post, String index, boolean template) {
    super(connection);
    this.post = post;
    this.index = index;
    this.templateWanted = template;
  }

  @Override
  protected String resource() {
    return index;
  }

  /** Puts the template, once: whoever deletes it later has a reason. */
  @Override
  protected void connect(Duration timeout) {
    patience = timeout;
    if (templateWanted) {
      SignedPost.Answer answer =
          post.ask(IndexTemplate.path(index), IndexTemplate.bytes(index), patience);
      if (answer.status() != 200 && !IndexTemplate.isThere(answer)) {
        throw SdkClientException.create(
            "OpenSearch answered " + answer.status() + " to its index template");
      }
      templateWanted = false;
    }
  }

  @Override
  protected List<List<SpanDocument>> requests(Batch batch, Delivery delivery) throws IOException {
    SpanDocuments documents = SpanDocuments.of(batch, index);
    if (documents.unreadable() > 0) {
      delivery.reject(documents.unreadable(), "no spans");
    }
    return parted(documents.documents());
  }

  private static List<List<SpanDocument>> parted(List<SpanDocument> documents) {
    List<List<SpanDocument>> requests = new ArrayList<>();
    int from = 0;
    int bytes = 0;
    for (int i = 0; i < documents.size(); i++) {
      int more = documents.get(i).size();
      if (i > from && bytes + more > MAX_BYTES) {
        requests.add(documents.subList(from, i));
        from = i;
        bytes = 0;
      }
      bytes += more;
    }
    if (from < documents.size()) {
      requests.add(documents.subList(from, documents.size()));
    }
    return requests;
  }

  @Override
  protected List<SpanDocument> put(List<SpanDocument> documents, Delivery delivery) {
    SignedPost.Answer answer = post.ask(Bulk.PATH, Bulk.request(documents), patience);
    if (answer.status() == 400 || answer.status() == TOO_LARGE) {
      delivery.reject(documents.size(), "OpenSearch answered " + answer.status());
      return List.of();
    }
    return answer.status() == 200 ? Bulk.left(documents, answer.body(), delivery) : documents;
  }

  @Override
  protected long spans(SpanDocument document) {
    return 1;
  }
}
