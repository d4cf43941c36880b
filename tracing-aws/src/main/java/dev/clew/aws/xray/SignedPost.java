// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Posts OTLP with requests signed by Signature Version 4, with credentials and region of the SDK's
 * default chains. These may have to ask somebody, so they are first asked when something is sent.
 * For one thread, but for {@link #abort}.
 */
final class SignedPost {

  private static final String SERVICE = "xray";
  private static final String PATH = "/v1/traces";
  private static final int MAX_ANSWER = 64 * 1024;

  /** What was answered. */
  record Answer(int status, byte[] body) {}

  private final String givenEndpoint;
  private final String givenRegion;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final DefaultCredentialsProvider credentials =
      DefaultCredentialsProvider.builder().build();

  private SdkHttpClient client;
  private String region;
  private volatile ExecutableHttpRequest current;
  private volatile boolean aborted;

  /**
   * One for an endpoint.
   *
   * @param givenEndpoint empty for X-Ray's in the region
   * @param givenRegion empty for that of the default chain
   */
  SignedPost(String givenEndpoint, String givenRegion) {
    this.givenEndpoint = givenEndpoint;
    this.givenRegion = givenRegion;
    HttpClients.check();
  }

  /**
   * Posts once.
   *
   * @throws IOException where there was no answer, or there are no credentials or no region yet
   */
  Answer send(byte[] body, Duration timeout) throws IOException {
    try {
      if (client == null) {
        client = HttpClients.withTimeout(timeout);
      }
      return exchange(signed(body));
    } catch (SdkException missing) {
      throw new IOException(missing.getMessage(), missing);
    } finally {
      current = null;
    }
  }

  private SignedRequest signed(byte[] body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint())
            .putHeader("Content-Type", "application/x-protobuf")
            .build();
    return signer.sign(
        sign ->
            sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region()));
  }

  private Answer exchange(SignedRequest signed) throws IOException {
    HttpExecuteRequest request =
        HttpExecuteRequest.builder()
            .request(signed.request())
            .contentStreamProvider(signed.payload().orElse(null))
            .build();
    ExecutableHttpRequest call = client.prepareRequest(request);
    current = call;
    if (aborted) {
      throw new IOException("stopped");
    }
    HttpExecuteResponse response = call.call();
    try (InputStream body = response.responseBody().map(InputStream.class::cast).orElse(null)) {
      byte[] read = body == null ? new byte[0] : body.readNBytes(MAX_ANSWER);
      return new Answer(response.httpResponse().statusCode(), read);
    }
  }

  private URI endpoint() {
    return URI.create(
        givenEndpoint.isEmpty()
            ? "https://xray." + region() + ".amazonaws.com" + PATH
            : givenEndpoint);
  }

  private String region() {
    if (region == null) {
      region =
          givenRegion.isEmpty()
              ? DefaultAwsRegionProviderChain.builder().build().getRegion().id()
              : givenRegion;
    }
    return region;
  }

  /** Ends what is under way, and all that follows. For any thread. */
  void abort() {
    aborted = true;
    ExecutableHttpRequest call = current;
    if (call != null) {
      call.abort();
    }
  }

  void close() {
    credentials.close();
    if (client != null) {
      client.close();
    }
  }
}
