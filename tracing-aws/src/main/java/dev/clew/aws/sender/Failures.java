// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What services' failures mean for what was sent. */
final class Failures {

  /** How the codes of requests begin that no service will ever take. */
  private static final List<String> HOPELESS =
      List.of(
          "Validation",
          "InvalidArgument",
          "InvalidParameter",
          "InvalidFormat",
          "InvalidRequest",
          "Serialization",
          "MissingParameter",
          "MissingRequired",
          "RequestEntityTooLarge");

  private static final int TOO_LARGE = 413;

  private Failures() {}

  /**
   * Whether the same request may pass later. Rights, tables and streams that are missing can be
   * given; what is throttled passes; who cannot be reached comes back.
   */
  static boolean mayPass(SdkException failure) {
    if (!(failure instanceof AwsServiceException answer)) {
      return true;
    }
    String code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
    return answer.statusCode() != TOO_LARGE
        && (code == null || HOPELESS.stream().noneMatch(code::startsWith));
  }
}
