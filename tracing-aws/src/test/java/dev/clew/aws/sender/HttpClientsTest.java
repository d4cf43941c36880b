// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.AwsOptions.HttpClientKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService;

/** All of the SDK's synchronous clients are on the class path here. */
class HttpClientsTest {

  @ParameterizedTest
  @CsvSource({
    "ANY, UrlConnection",
    "URL_CONNECTION, UrlConnection",
    "APACHE, Apache",
    "CRT, AwsCommonRuntime"
  })
  void clientIsTheOneThatIsAskedFor(HttpClientKind kind, String name) {
    try (SdkHttpClient client = HttpClients.find(kind).withTimeout(Duration.ofSeconds(1))) {
      assertThat(client.clientName()).isEqualTo(name);
    }
  }

  @Test
  void clientThatIsNotThereIsReported() {
    assertThatThrownBy(
            () -> HttpClients.find(HttpClientKind.CRT, List.of(new UrlConnectionSdkHttpService())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("crt");
  }
}
