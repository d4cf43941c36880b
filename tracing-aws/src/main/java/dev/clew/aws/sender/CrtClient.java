// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.crt.ConnectionHealthConfiguration;

/**
 * The SDK's client of the Common Runtime, which is told otherwise than the others how long to wait
 * for an answer: it would wait for ever. Loaded only where that client is chosen.
 */
final class CrtClient {

  /** It counts in seconds, and takes no fewer. */
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private CrtClient() {}

  static SdkHttpClient withTimeout(Duration timeout) {
    Duration silence = timeout.compareTo(SHORTEST) < 0 ? SHORTEST : timeout;
    return AwsCrtHttpClient.builder()
        .connectionTimeout(timeout)
        .connectionHealthConfiguration(
            ConnectionHealthConfiguration.builder()
                .minimumThroughputInBps(1L)
                .minimumThroughputTimeout(silence)
                .build())
        .build();
  }
}
