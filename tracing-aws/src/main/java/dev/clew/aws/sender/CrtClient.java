// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import java.time.Duration;
import software.amazon.awssdk.crt.io.EventLoopGroup;
import software.amazon.awssdk.crt.io.HostResolver;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.crt.ConnectionHealthConfiguration;

/**
 * The SDK's client of the Common Runtime, which is told otherwise than the others how long to wait
 * for an answer (it would wait for ever), and keeps threads that all its clients share. Loaded only
 * where that client is chosen.
 */
final class CrtClient implements SdkHttpClient {

  /** It counts in seconds, and takes no fewer. */
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private final SdkHttpClient client;

  private CrtClient(SdkHttpClient client) {
    this.client = client;
  }

  static SdkHttpClient withTimeout(Duration timeout) {
    Duration silence = timeout.compareTo(SHORTEST) < 0 ? SHORTEST : timeout;
    return new CrtClient(
        AwsCrtHttpClient.builder()
            .connectionTimeout(timeout)
            .connectionHealthConfiguration(
                ConnectionHealthConfiguration.builder()
                    .minimumThroughputInBps(1L)
                    .minimumThroughputTimeout(silence)
                    .build())
            .build());
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return client.prepareRequest(request);
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  /** Lets go of the shared threads, too, which end with the last client that still uses them. */
  @Override
  public void close() {
    client.close();
    EventLoopGroup.closeStaticDefault();
    HostResolver.closeStaticDefault();
  }
}
