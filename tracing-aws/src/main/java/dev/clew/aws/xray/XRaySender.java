// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.Delivery;
import dev.clew.aws.sender.RequestSender;
import dev.clew.aws.sender.SignedPost;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.PartialSuccess;
import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Posts batches to X-Ray; one that is larger than X-Ray takes is posted in parts. */
final class XRaySender extends RequestSender<Parts.Part> {

  private static final Set<Integer> MAY_PASS = Set.of(401, 403, 408, 429);

  private final SignedPost post;
  private Duration patience;

  XRaySender(AwsConnection connection) {
    super(connection);
    this.post = new SignedPost(connection, "xray", "application/x-protobuf");
  }

  @Override
  protected void connect(Duration timeout) {
    patience = timeout;
  }

  @Override
  protected List<List<Parts.Part>> requests(Batch batch, Delivery delivery) throws IOException {
    return Parts.of(batch).stream().map(List::of).toList();
  }

  @Override
  protected List<Parts.Part> put(List<Parts.Part> parts, Delivery delivery) {
    for (Parts.Part part : parts) {
      judge(part, post.ask(path(), part.otlp(), patience), delivery);
    }
    return List.of();
  }

  private String path() {
    return connection().endpoint().isEmpty() ? "/v1/traces" : "";
  }

  /** Credentials that are refused may be renewed, and what is throttled may pass later. */
  private static void judge(Parts.Part part, SignedPost.Answer answer, Delivery delivery) {
    int status = answer.status();
    String said = "X-Ray answered " + status;
    if (status / 100 == 2) {
      SendResult result = PartialSuccess.in(answer.body());
      delivery.reject(Math.min(part.spans(), result.rejected()), result.message());
    } else if (status >= 500 || MAY_PASS.contains(status)) {
      throw SdkClientException.create(said);
    } else {
      delivery.reject(part.spans(), said);
    }
  }

  @Override
  protected long spans(Parts.Part part) {
    return part.spans();
  }
}
