// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.clew.aws.FakeAws;
import dev.clew.testkit.TracingExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Calls that end before anything is sent. */
class UnsentCallTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private FakeAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void callThatCannotBeMadeEndsWithTheApplication() {
    try (S3Client s3 = aws.client(S3Client.builder())) {
      assertThatThrownBy(() -> s3.getObject(ask -> ask.key("no bucket")))
          .isInstanceOf(SdkClientException.class);
    }
    AwsTracer.current().endAll();

    assertThat(tracing.takeOne().name()).isEqualTo("S3.GetObject");
  }

  @Test
  void callThatAnotherInterceptorStopsEndsOnceItIsForgotten() {
    try (S3Client s3 =
        aws.prepared(S3Client.builder())
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(own -> own.addExecutionInterceptor(new Refusing()))
            .build()) {
      assertThatThrownBy(() -> s3.getObject(ask -> ask.bucket("b").key("k"))).hasMessage("refused");
    }
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              System.gc();
              AwsTracer.current().endForgotten();
              return !tracing.traces().untaken().isEmpty();
            });

    assertThat(tracing.takeOne().name()).isEqualTo("S3.GetObject");
  }

  @Test
  void presignedRequestsAreNoCallsAndCarryNothing() {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(aws.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(FakeAws.CREDENTIALS)
            .build()) {
      Map<String, ?> signed =
          presigner
              .presignGetObject(
                  ask ->
                      ask.signatureDuration(Duration.ofMinutes(1))
                          .getObjectRequest(object -> object.bucket("b").key("k")))
              .signedHeaders();

      assertThat(signed).containsOnlyKeys("host");
    }
    AwsTracer.current().endAll();

    assertThat(tracing.traces().untaken()).isEmpty();
  }

  private static final class Refusing implements ExecutionInterceptor {
    @Override
    public void beforeMarshalling(
        Context.BeforeMarshalling context, ExecutionAttributes attributes) {
      throw new IllegalStateException("refused");
    }
  }
}
