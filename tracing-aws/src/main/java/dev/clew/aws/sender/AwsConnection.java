// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * A sender's way to AWS: credentials and region of the SDK's default chains, an HTTP client of its
 * own, an endpoint where one is given. Region and credentials may have to be asked for, so they are
 * first asked for when something is sent. For one thread, but for {@link #abort}.
 */
public final class AwsConnection implements AutoCloseable {

  private final String givenEndpoint;
  private final String givenRegion;
  private final HttpClients clients;
  private final DefaultCredentialsProvider credentials =
      DefaultCredentialsProvider.builder().build();

  private volatile AbortableHttpClient http;
  private volatile boolean aborted;
  private String region;

  /**
   * A connection; asks nobody yet.
   *
   * @param endpoint the option with a sender's endpoint
   * @throws IllegalStateException where there is no HTTP client
   */
  public AwsConnection(Settings settings, Option<String> endpoint) {
    this(settings, settings.get(endpoint));
  }

  /**
   * A connection to an endpoint; asks nobody yet.
   *
   * @param endpoint empty for that of the service in the region
   * @throws IllegalStateException where there is no HTTP client
   */
  public AwsConnection(Settings settings, String endpoint) {
    this.givenEndpoint = endpoint;
    this.givenRegion = settings.get(AwsOptions.REGION);
    this.clients = HttpClients.find(settings.get(AwsOptions.HTTP_CLIENT));
  }

  /**
   * A client of a service's. It tries nothing again: {@link Delivery} does.
   *
   * @param timeout how long to wait at most for each thing that is waited for
   * @throws software.amazon.awssdk.core.exception.SdkException where there is no region
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Duration timeout) {
    return client(builder, timeout, DefaultRetryStrategy.doNotRetry());
  }

  /**
   * As above, but one that tries again by itself what may pass. What it is asked may come from any
   * threads; {@link #abort} ends the latest call alone.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where there is no region
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C patientClient(
      B builder, Duration timeout) {
    return client(builder, timeout, AwsRetryStrategy.standardRetryStrategy());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Duration timeout, RetryStrategy retries) {
    if (!givenEndpoint.isEmpty()) {
      builder.endpointOverride(URI.create(givenEndpoint));
    }
    return builder
        .region(Region.of(region()))
        .credentialsProvider(credentials)
        .httpClient(http(timeout))
        .overrideConfiguration(configuration -> configuration.retryStrategy(retries))
        .build();
  }

  /** The HTTP client, for what the SDK has no client for; made with the first timeout given. */
  public SdkHttpClient http(Duration timeout) {
    AbortableHttpClient known = http;
    if (known == null) {
      known = new AbortableHttpClient(clients.withTimeout(timeout));
      http = known;
      if (aborted) {
        known.abort();
      }
    }
    return known;
  }

  /**
   * Asks for credentials.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where there are none
   */
  public AwsCredentials credentials() {
    return credentials.resolveCredentials();
  }

  /**
   * The region that is set, or that of the default chain.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where there is none
   */
  public String region() {
    if (region == null) {
      region =
          givenRegion.isEmpty()
              ? DefaultAwsRegionProviderChain.builder().build().getRegion().id()
              : givenRegion;
    }
    return region;
  }

  /** The endpoint that is set; empty for that of the service in the region. */
  public String endpoint() {
    return givenEndpoint;
  }

  /** For the log: the endpoint or the region, as far as one is set; without user and password. */
  String place() {
    return givenEndpoint.isEmpty() ? givenRegion : givenEndpoint.replaceAll("//[^/@]*@", "//");
  }

  /** Ends what is under way, and all that follows. For any thread. */
  public void abort() {
    aborted = true;
    AbortableHttpClient known = http;
    if (known != null) {
      known.abort();
    }
  }

  /** Whether it was ended. For any thread. */
  public boolean isAborted() {
    return aborted;
  }

  @Override
  public void close() {
    credentials.close();
    if (http != null) {
      http.close();
    }
  }
}
