// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.console.config.ConsoleOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static final String PASSWORD = "secret";

  @TempDir Path directory;

  @Test
  void answersOverTlsAndNotWithout() throws Exception {
    Path store = keyStore();
    try (StartedConsole console =
        StartedConsole.in(
            directory.resolve("console"),
            ConsoleOptions.TLS_KEYSTORE,
            store,
            ConsoleOptions.TLS_PASSWORD,
            PASSWORD,
            ConsoleOptions.READ_TOKEN,
            "s3cret")) {
      HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(store)).build();
      URI ready = console.uri("/health/ready");

      assertThat(ready.getScheme()).isEqualTo("https");
      assertThat(status(trusting, ready)).isEqualTo(200);
      assertThat(cookie(trusting, console.uri("/sign-in"))).contains(";Secure");
      URI plain = URI.create("http" + ready.toString().substring("https".length()));
      assertThatThrownBy(() -> status(trusting, plain)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void keyStoreThatCannotBeReadIsTold() throws Exception {
    Path store = Files.writeString(directory.resolve("keys.p12"), "no keys");

    assertThatThrownBy(
            () ->
                StartedConsole.in(directory.resolve("console"), ConsoleOptions.TLS_KEYSTORE, store))
        .hasMessageContaining("clew.console.tls.keystore cannot be used: " + store);
  }

  private static String cookie(HttpClient client, URI form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(form)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=s3cret"))
            .build();
    return client
        .send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("Set-Cookie")
        .orElse("none");
  }

  private static int status(HttpClient client, URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private Path keyStore() throws Exception {
    Path store = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    return store;
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("console", keys.getCertificate("mykey"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
