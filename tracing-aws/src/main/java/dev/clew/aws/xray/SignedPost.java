// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.sender.AwsConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Posts OTLP with requests signed by Signature Version 4. For one thread. */
final class SignedPost {

  private static final String SERVICE = "xray";
  private static final String PATH = "/v1/traces";
  private static final int MAX_ANSWER = 64 * 1024;

  /** What was answered. */
  record Answer(int status, byte[] body) {}

  private final AwsConnection connection;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  SignedPost(AwsConnection connection) {
    this.connection = connection;
  }

  /**
   * Posts once.
   *
   * @throws IOException where there was no answer
   * @throws software.amazon.awssdk.core.exception.SdkException where there are no credentials or no
   *     region yet
   */
  Answer send(byte[] body, Duration timeout) throws IOException {
    SignedRequest signed = signed(body);
    HttpExecuteRequest request =
        HttpExecuteRequest.builder()
            .request(signed.request())
            .contentStreamProvider(signed.payload().orElse(null))
            .build();
    HttpExecuteResponse response = connection.http(timeout).prepareRequest(request).call();
    try (InputStream answer = response.responseBody().map(InputStream.class::cast).orElse(null)) {
      byte[] read = answer == null ? new byte[0] : answer.readNBytes(MAX_ANSWER);
      return new Answer(response.httpResponse().statusCode(), read);
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
            sign.identity(connection.credentials())
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, connection.region()));
  }

  private URI endpoint() {
    String given = connection.endpoint();
    return URI.create(
        given.isEmpty() ? "https://xray." + connection.region() + ".amazonaws.com" + PATH : given);
  }
}
