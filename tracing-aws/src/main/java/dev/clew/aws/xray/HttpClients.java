// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import java.time.Duration;
import java.util.ServiceLoader;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/** The synchronous HTTP client of the SDK's that is on the class path; the first, of several. */
final class HttpClients {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private HttpClients() {}

  /**
   * Looks whether there is one.
   *
   * @throws IllegalStateException where there is none
   */
  static void check() {
    service();
  }

  /** A client that waits so long at most for each thing it waits for, but no more than a minute. */
  static SdkHttpClient withTimeout(Duration asked) {
    Duration timeout = asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    return service()
        .createHttpClientBuilder()
        .buildWithDefaults(
            AttributeMap.builder()
                .put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, timeout)
                .put(SdkHttpConfigurationOption.READ_TIMEOUT, timeout)
                .build());
  }

  private static SdkHttpService service() {
    return ServiceLoader.load(SdkHttpService.class, SdkHttpService.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no HTTP client of the AWS SDK: add url-connection-client"));
  }
}
