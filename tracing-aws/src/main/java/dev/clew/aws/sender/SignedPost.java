// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Posts to a service without a client of its own, signed by Signature Version 4. For one thread.
 */
public final class SignedPost {

  private static final int MAX_ANSWER = 1 << 22;

  /**
   * What was answered.
   *
   * @param body its first 4 MiB
   */
  public record Answer(int status, byte[] body) {}

  private final AwsConnection connection;
  private final String service;
  private final String contentType;
  private final Map<String, String> headers;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /**
   * Posts to one service.
   *
   * @param service its name in signatures and addresses, such as {@code xray}
   */
  public SignedPost(AwsConnection connection, String service, String contentType) {
    this(connection, service, contentType, Map.of());
  }

  /**
   * Posts to one service.
   *
   * @param service its name in signatures and addresses, such as {@code xray}
   * @param headers of every request; with {@code authorization} among them none is signed
   */
  public SignedPost(
      AwsConnection connection, String service, String contentType, Map<String, String> headers) {
    this.connection = connection;
    this.service = service;
    this.contentType = contentType;
    this.headers = Map.copyOf(headers);
  }

  /**
   * Posts once, to the endpoint that is configured, else to the service's in the region. What goes
   * elsewhere is sent unsigned where there are no credentials: agents that pass it on sign it anew.
   *
   * @param path behind the endpoint; empty, or beginning with a slash
   * @throws IOException where there was no answer
   * @throws SdkException where there are no credentials or no region yet
   */
  public Answer send(String path, byte[] body, Duration timeout) throws IOException {
    HttpExecuteResponse response =
        connection.http(timeout).prepareRequest(request(path, body)).call();
    try (InputStream answer = response.responseBody().map(InputStream.class::cast).orElse(null)) {
      byte[] read = answer == null ? new byte[0] : answer.readNBytes(MAX_ANSWER);
      return new Answer(response.httpResponse().statusCode(), read);
    }
  }

  /**
   * As {@link #send}, for who asks as clients of the SDK do.
   *
   * @throws SdkException where there was no answer, too
   */
  public Answer ask(String path, byte[] body, Duration timeout) {
    try {
      return send(path, body, timeout);
    } catch (IOException unreachable) {
      throw SdkClientException.create(unreachable.getMessage(), unreachable);
    }
  }

  private HttpExecuteRequest request(String path, byte[] body) {
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create(endpoint() + path))
            .putHeader("Content-Type", contentType);
    headers.forEach(unsigned::putHeader);
    SdkHttpRequest request = unsigned.build();
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(body);
    AwsCredentials identity = identity();
    if (identity == null) {
      String length = String.valueOf(body.length);
      return executable(request.toBuilder().putHeader("Content-Length", length).build(), payload);
    }
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(identity)
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, connection.region()));
    return executable(signed.request(), signed.payload().orElse(null));
  }

  private static HttpExecuteRequest executable(
      SdkHttpRequest request, ContentStreamProvider payload) {
    return HttpExecuteRequest.builder().request(request).contentStreamProvider(payload).build();
  }

  /** {@code null} where there are none, and may be none. */
  private AwsCredentials identity() {
    if (headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase)) {
      return null;
    }
    try {
      return connection.credentials();
    } catch (SdkException none) {
      if (connection.endpoint().isEmpty()) {
        throw none;
      }
      return null;
    }
  }

  private String endpoint() {
    String given = connection.endpoint();
    return given.isEmpty() ? address(service, connection.region()) : given;
  }

  /** A service's address in a region, whose domain may be China's. */
  static String address(String service, String region) {
    String domain = PartitionMetadata.of(Region.of(region)).dnsSuffix();
    return "https://" + service + '.' + region + '.' + domain;
  }
}
