// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its certificate, self-signed, made by the JDK's own keytool. */
public final class TestKeys {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path directory;
  private final KeyStore store;

  private TestKeys(Path directory, KeyStore store) {
    this.directory = directory;
    this.store = store;
  }

  public static TestKeys create(Path directory, String host) throws Exception {
    Files.createDirectories(directory);
    Path file = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "test",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=test",
                    "-ext",
                    "san=dns:" + host,
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    TestKeys keys = new TestKeys(directory, KeyStore.getInstance(file.toFile(), PASSWORD));
    keys.writePem("CERTIFICATE", keys.store.getCertificate("test").getEncoded());
    keys.writePem("PRIVATE KEY", keys.store.getKey("test", PASSWORD).getEncoded());
    return keys;
  }

  /** The PEM file of the certificate. */
  public String certificate() {
    return directory.resolve("CERTIFICATE.pem").toString();
  }

  /** The PEM file of the private key. */
  public String privateKey() {
    return directory.resolve("PRIVATE KEY.pem").toString();
  }

  /** What a server needs that has this key and trusts clients with it. */
  public SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    key.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      trusted.load(null, null);
    } catch (IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    trusted.setCertificateEntry("test", store.getCertificate("test"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private void writePem(String type, byte[] content) throws IOException {
    Files.writeString(
        directory.resolve(type + ".pem"),
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(type, Base64.getMimeEncoder().encodeToString(content), type));
  }
}
