// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.api.config.Settings;
import dev.clew.exporter.ExporterOptions;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS, with certificates and keys from PEM files where they are configured. */
final class Tls {

  private static final char[] NO_PASSWORD = {};

  private Tls() {}

  /**
   * How to speak TLS; {@code null} for a URL that does not ask for it.
   *
   * @throws IllegalArgumentException where a file cannot be used: going on with less than what was
   *     asked for could show spans to the wrong receiver
   */
  static SSLContext from(Settings settings, URI uri) {
    if (!"https".equalsIgnoreCase(uri.getScheme())) {
      return null;
    }
    String trusted =
        OtlpSenderProvider.first(
            settings, ExporterOptions.OTLP_TRACES_CERTIFICATE, ExporterOptions.OTLP_CERTIFICATE);
    String key =
        OtlpSenderProvider.first(
            settings, ExporterOptions.OTLP_TRACES_CLIENT_KEY, ExporterOptions.OTLP_CLIENT_KEY);
    String chain =
        OtlpSenderProvider.first(
            settings,
            ExporterOptions.OTLP_TRACES_CLIENT_CERTIFICATE,
            ExporterOptions.OTLP_CLIENT_CERTIFICATE);
    if (key.isBlank() != chain.isBlank()) {
      throw new IllegalArgumentException(
          "a client needs both its key and its certificate: see "
              + ExporterOptions.OTLP_CLIENT_KEY
              + " and "
              + ExporterOptions.OTLP_CLIENT_CERTIFICATE);
    }
    return context(trusted, key, chain);
  }

  private static SSLContext context(String trusted, String key, String chain) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          key.isBlank() ? null : keys(Pem.privateKey(key), Pem.certificates(chain)),
          trusted.isBlank() ? null : trust(Pem.certificates(trusted)),
          null);
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalArgumentException(unusable.toString(), unusable);
    }
  }

  private static TrustManager[] trust(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("trusted-" + i, certificates.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(PrivateKey key, List<Certificate> chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }
}
