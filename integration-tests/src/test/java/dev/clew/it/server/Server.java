// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application server that the tests run on; the build chooses it by {@code it.server}. */
public interface Server {

  /** The server under test. */
  static Server current() {
    return Servers.named(System.getProperty("it.server"));
  }

  /** Every server on which all the tests run, in the order of the matrix. */
  static List<Server> all() {
    return Servers.MATRIX;
  }

  /** As in {@code it.server} and in arquillian.xml; lower case. */
  String name();

  /** As the matrix names it, with its version. */
  String title();

  /** What it cannot do, each with the reason, for people. */
  Map<Capability, String> gaps();

  /** The ports that it opens; the first is that of HTTP, the second that of administrators. */
  List<Integer> ports();

  /**
   * Makes it ready to be started; once, before Arquillian reads its configuration.
   *
   * @param offset to be added to each of its {@linkplain #ports ports}
   */
  default void prepare(int offset) throws IOException {}

  /** Adds what the server asks of each web application. */
  default void adapt(WebArchive archive) {}

  /** Adds what the server asks of an EAR whose libraries have the drop-in. */
  default void adapt(EnterpriseArchive archive) {}

  /** Lets CDI find classes of a web application that no annotation makes a bean. */
  default void findBeans(WebArchive archive) {}

  /**
   * Adds what the server asks of a web application whose drop-in is in the {@code lib} of its EAR.
   */
  default void adaptToSharedLibrary(WebArchive archive) {}

  /** Lets a web application, adapted already, have the server's own OpenTelemetry. */
  default void share(WebArchive archive) {}

  /** The name of a DataSource of the container, of an H2 database. */
  String dataSource();
}
