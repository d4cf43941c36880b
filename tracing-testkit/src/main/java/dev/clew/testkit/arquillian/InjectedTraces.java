// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import dev.clew.testkit.RemoteTraces;
import dev.clew.testkit.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Properties;

/** Within a container, gives tests the traces that their client has received. */
@ApplicationScoped
public class InjectedTraces {

  static final String RESOURCE = "dev/clew/testkit/arquillian/receiver.properties";
  static final String ENDPOINT = "endpoint";
  static final String LIMIT = "limit";

  /** For CDI. */
  public InjectedTraces() {}

  /** The traces of the test that is running. */
  @Produces
  public Traces traces() throws IOException {
    try (InputStream in = InjectedTraces.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      Properties receiver = new Properties();
      receiver.load(in);
      return new RemoteTraces(
          receiver.getProperty(ENDPOINT), Duration.parse(receiver.getProperty(LIMIT)));
    }
  }
}
