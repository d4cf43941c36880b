// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What Payara and GlassFish have in common. */
abstract sealed class GlassFishFamily implements Server permits Payara, GlassFish {

  private static final Map<Capability, String> GAPS =
      Map.of(
          Capability.EJB_ASYNC,
          "what its EJB container gives to the thread of a run is the call and the caller's security"
              + " context, nothing that a library could put there: each run is a trace of its own",
          Capability.WEB_SOCKET,
          "Tyrus has CDI read the class of an endpoint anew, without what extensions have put on it;"
              + " to bind `@ServerEndpoint` itself breaks final classes, which extensions do not see"
              + " there. The handshake is traced, and methods that are `@Traced`",
          Capability.WEB_SOCKETS_AT_ONCE,
          "messages are not traced at all: see WebSocket endpoints",
          Capability.SSE_CUT,
          "Jersey's broadcaster sends from threads that know no cause, and neither its streams nor"
              + " those of a client that has gone are completed: their spans end when the application"
              + " does. Streams that the application closes are traced as elsewhere");

  /** Those of both. */
  @Override
  public Map<Capability, String> gaps() {
    return GAPS;
  }

  @Override
  public final List<Integer> ports() {
    return List.of(8080, 4848, 8181, 7676, 3700, 3820, 3920, 8686, 4900);
  }

  @Override
  public final void prepare(int offset) throws IOException {
    Path distribution = Path.of(System.getProperty("it.server.distribution"));
    Domain domain = Domain.create(distribution, Path.of(System.getProperty("it.server.home")));
    domain.listen(offset);
    // Arquillian's adapter for GlassFish sets it anew, and would to 8181.
    System.setProperty("it.port.https", Integer.toString(8181 + offset));
    domain.option("-Xmx", "1g");
    domain.option("-Djava.net.preferIPv4Stack=", "true");
    domain.option(System.getProperty("it.server.option"), "");
    domain.option("-Dosgi.shell.telnet.port=", Integer.toString(6666 + offset));
    // asadmin starts the server and leaves, so the agent needs to be told with whom it ends.
    domain.option(
        "-javaagent:" + System.getProperty("it.launcher") + "=",
        Long.toString(ProcessHandle.current().pid()));
    prepare(domain);
    domain.save();
  }

  /** Sets what only this server has. */
  abstract void prepare(Domain domain) throws IOException;

  @Override
  public final String dataSource() {
    return "jdbc/__default";
  }
}
