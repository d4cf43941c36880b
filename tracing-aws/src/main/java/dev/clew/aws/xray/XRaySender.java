// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.AwsSender;
import dev.clew.aws.sender.SignedPost;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.PartialSuccess;
import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.time.Duration;

/**
 * Posts batches to X-Ray. One that is larger than X-Ray takes is posted in parts; where one of them
 * is to be tried again, all are: X-Ray knows spans by their ids.
 */
final class XRaySender extends AwsSender {

  private final SignedPost post;

  XRaySender(AwsConnection connection) {
    super(connection);
    this.post = new SignedPost(connection, "xray", "application/x-protobuf");
  }

  @Override
  protected SendResult deliver(Batch batch, Duration timeout) throws IOException {
    long rejected = 0;
    String why = "";
    for (byte[] part : Parts.of(batch)) {
      SendResult result = result(post.send(path(), part, timeout));
      switch (result.outcome()) {
        case SUCCESS -> {}
        case PARTIAL -> {
          rejected += result.rejected();
          why = result.message();
        }
        default -> {
          return result;
        }
      }
    }
    return why.isEmpty() && rejected == 0
        ? SendResult.success()
        : SendResult.partial(rejected, why);
  }

  private String path() {
    return connection().endpoint().isEmpty() ? "/v1/traces" : "";
  }

  /** Credentials that are refused may be renewed, and what is throttled may pass later. */
  private static SendResult result(SignedPost.Answer answer) {
    int status = answer.status();
    String said = "X-Ray answered " + status;
    return switch (status) {
      case 401, 403, 408, 429 -> SendResult.retry(said);
      default -> {
        if (status / 100 == 2) {
          yield PartialSuccess.in(answer.body());
        }
        yield status >= 500 ? SendResult.retry(said) : SendResult.failed(said);
      }
    };
  }
}
