// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Batches;
import dev.clew.exporter.testing.Receiver;
import dev.clew.exporter.testing.TestKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsTest {

  @TempDir static Path directory;

  private static TestKeys keys;
  private static TestKeys others;
  private static Receiver receiver;
  private static Receiver strict;

  @BeforeAll
  static void start() throws Exception {
    keys = TestKeys.create(directory.resolve("keys"), "localhost");
    others = TestKeys.create(directory.resolve("others"), "elsewhere.example");
    receiver = new Receiver(server(keys, false));
    strict = new Receiver(server(keys, true));
  }

  @AfterAll
  static void stop() {
    receiver.close();
    strict.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 300_000})
  void sendsToAReceiverWhoseCertificateIsTrusted(int length) throws Exception {
    Sender sender = sender(receiver, Map.of("otel.exporter.otlp.certificate", keys.certificate()));

    for (int i = 0; i < 3; i++) {
      assertThat(sender.send(Batches.ofBytes(length), Duration.ofSeconds(50)))
          .isEqualTo(SendResult.success());
      assertThat(receiver.take().names()).first().asString().hasSize(length);
    }
  }

  @Test
  void doesNotSendToAReceiverThatIsNotTrusted() throws Exception {
    assertThatThrownBy(() -> send(sender(receiver, Map.of()))).isInstanceOf(SSLException.class);
    assertThatThrownBy(
            () ->
                send(
                    sender(
                        receiver, Map.of("otel.exporter.otlp.certificate", others.certificate()))))
        .isInstanceOf(SSLException.class);
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void doesNotSendToAReceiverOfAnotherName() throws Exception {
    try (Receiver other = new Receiver(server(others, false))) {
      assertThatThrownBy(
              () ->
                  send(
                      sender(
                          other, Map.of("otel.exporter.otlp.certificate", others.certificate()))))
          .isInstanceOf(SSLException.class);
      assertThat(other.waiting()).isZero();
    }
  }

  @Test
  void showsItsOwnCertificateWhenAsked() throws Exception {
    Map<String, String> settings =
        Map.of(
            "otel.exporter.otlp.certificate", keys.certificate(),
            "otel.exporter.otlp.client.key", keys.privateKey(),
            "otel.exporter.otlp.client.certificate", keys.certificate());

    assertThat(send(sender(strict, settings))).isEqualTo(SendResult.success());
    assertThatThrownBy(
            () ->
                send(sender(strict, Map.of("otel.exporter.otlp.certificate", keys.certificate()))))
        .isInstanceOf(java.io.IOException.class);
  }

  @Test
  void filesForTracesReplaceTheOthers() throws Exception {
    Map<String, String> settings =
        Map.of(
            "otel.exporter.otlp.certificate", others.certificate(),
            "otel.exporter.otlp.client.key", others.privateKey(),
            "otel.exporter.otlp.client.certificate", others.certificate(),
            "otel.exporter.otlp.traces.certificate", keys.certificate(),
            "otel.exporter.otlp.traces.client.key", keys.privateKey(),
            "otel.exporter.otlp.traces.client.certificate", keys.certificate());

    assertThat(send(sender(strict, settings))).isEqualTo(SendResult.success());
  }

  @Test
  void aFileThatCannotBeUsedIsRefusedWithoutQuotingIt() throws Exception {
    Path nonsense = Files.writeString(directory.resolve("nonsense.pem"), "s3cret nonsense");

    for (String key : new String[] {"certificate", "client.key"}) {
      assertThatThrownBy(
              () ->
                  sender(
                      receiver,
                      Map.of(
                          "otel.exporter.otlp." + key,
                          nonsense.toString(),
                          "otel.exporter.otlp.client.certificate",
                          keys.certificate())))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .doesNotContain("s3cret");
    }
  }

  private static Sender sender(Receiver receiver, Map<String, String> more) {
    return OtlpSenders.create("https://localhost:" + receiver.port(), new HashMap<>(more));
  }

  private static SendResult send(Sender sender) throws Exception {
    return sender.send(Batches.of("a"), Duration.ofSeconds(50));
  }

  private static HttpsServer server(TestKeys keys, boolean clientsMustShow) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = keys.context();
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters https) {
            SSLParameters parameters = context.getDefaultSSLParameters();
            parameters.setNeedClientAuth(clientsMustShow);
            https.setSSLParameters(parameters);
          }
        });
    return server;
  }
}
