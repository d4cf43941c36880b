// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;

/** A class loader as an application's, which has a services file of its own. */
final class ServicesLoader extends ClassLoader {

  private final String file;
  private final String content;

  ServicesLoader(ClassLoader parent, Class<?> service, String... providers) {
    super(parent);
    this.file = "META-INF/services/" + service.getName();
    this.content = String.join("\n", providers);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(file)
        ? Collections.enumeration(Collections.singleton(url()))
        : super.getResources(name);
  }

  private URL url() throws IOException {
    return new URL(null, "memory:" + file, new Memory());
  }

  private final class Memory extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }
}
