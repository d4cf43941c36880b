// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Asks an emulated service of AWS by its JSON protocol, without anything of Clew or the SDK. */
final class AwsQuestions {

  static final String REGION = "eu-central-1";

  /** Emulators want to see a signature, and do not look at it. */
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=local/20260101/"
          + REGION
          + "/local/aws4_request, SignedHeaders=host, Signature=0";

  private final HttpClient http =
      HttpClient.newBuilder()
          // Node does not answer who offers another one.
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI service;
  private final String target;
  private final String contentType;

  private AwsQuestions(URI service, String target, String contentType) {
    this.service = service;
    this.target = target;
    this.contentType = contentType;
  }

  static AwsQuestions toDynamoDb(URI service) {
    return new AwsQuestions(service, "DynamoDB_20120810", "application/x-amz-json-1.0");
  }

  static AwsQuestions toKinesis(URI service) {
    return new AwsQuestions(service, "Kinesis_20131202", "application/x-amz-json-1.1");
  }

  /**
   * The answer.
   *
   * @param question the call's parameters, by their names
   */
  JsonNode ask(String call, Map<String, ?> question) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .header("Content-Type", contentType)
            .header("X-Amz-Target", target + "." + call)
            .header("X-Amz-Date", "20260101T000000Z")
            .header("Authorization", SIGNATURE)
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(question)))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(
          call + " was answered " + answer.statusCode() + ": " + new String(answer.body()));
    }
    return answer.body().length == 0 ? json.nullNode() : json.readTree(answer.body());
  }
}
