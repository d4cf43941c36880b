// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import dev.clew.aws.AwsOptions.HttpClientKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/** The synchronous HTTP clients of the SDK's that are on the class path. */
final class HttpClients {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final SdkHttpService service;

  private HttpClients(SdkHttpService service) {
    this.service = service;
  }

  /**
   * Looks for one.
   *
   * @throws IllegalStateException where there is none, or not the one that is asked for
   */
  static HttpClients find(HttpClientKind kind) {
    return find(
        kind,
        ServiceLoader.load(SdkHttpService.class, SdkHttpService.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  static HttpClients find(HttpClientKind kind, List<SdkHttpService> there) {
    if (there.isEmpty()) {
      throw new IllegalStateException(
          "there is no HTTP client of the AWS SDK: add url-connection-client");
    }
    return new HttpClients(
        there.stream()
            .filter(
                one -> is(one, kind == HttpClientKind.ANY ? HttpClientKind.URL_CONNECTION : kind))
            .findFirst()
            .orElseGet(() -> otherwise(there, kind)));
  }

  private static SdkHttpService otherwise(List<SdkHttpService> there, HttpClientKind kind) {
    if (kind != HttpClientKind.ANY) {
      throw new IllegalStateException(
          "the AWS SDK's HTTP client "
              + kind.name().toLowerCase(Locale.ROOT)
              + " is not on the class path");
    }
    return there.get(0);
  }

  /** Their classes are not loaded: none of them has to be there. */
  private static boolean is(SdkHttpService service, HttpClientKind kind) {
    return service.getClass().getName().contains(".http." + kind.packageName() + ".");
  }

  /** A client that waits so long at most for each thing it waits for, but no more than a minute. */
  SdkHttpClient withTimeout(Duration asked) {
    Duration timeout = asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    if (is(service, HttpClientKind.CRT)) {
      return CrtClient.withTimeout(timeout);
    }
    return service
        .createHttpClientBuilder()
        .buildWithDefaults(
            AttributeMap.builder()
                .put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, timeout)
                .put(SdkHttpConfigurationOption.READ_TIMEOUT, timeout)
                .build());
  }
}
