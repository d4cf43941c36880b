// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.container.LibraryContainer;

/** Makes archives send their spans to the test, right before they are deployed. */
final class Deployments {

  private Deployments() {}

  static void prepare(DeploymentDescription deployment, Session session) {
    if (!deployment.isArchiveDeployment() || isUntraced(deployment, session.testClass())) {
      return;
    }
    boolean testable = deployment.testable() && deployment.getTestableArchive() != null;
    Archive<?> archive = testable ? deployment.getTestableArchive() : deployment.getArchive();
    if (archive instanceof LibraryContainer<?> libraries) {
      Libraries there = Libraries.of(archive);
      if (session.options().addsDropIn() && !there.hasDropIn()) {
        libraries.addAsLibraries(DropIn.jars(Deployments.class.getClassLoader()));
      }
      libraries.addAsLibrary(Settings.jar(settings(session, testable)));
      if (testable) {
        libraries.addAsLibrary(WithinContainer.jar(session));
        libraries.addAsLibraries(there.without(WithinContainer.dependencies()));
      }
    }
  }

  private static boolean isUntraced(DeploymentDescription deployment, Class<?> testClass) {
    return Arrays.stream(new TestClass(testClass).getMethods(Untraced.class))
        .map(method -> method.getAnnotation(Deployment.class))
        .anyMatch(made -> made != null && made.name().equals(deployment.getName()));
  }

  private static Map<String, String> settings(Session session, boolean testable) {
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.traces.exporter", "otlp");
    settings.put("otel.exporter.otlp.traces.endpoint", session.senderEndpoint() + "/v1/traces");
    settings.put("otel.bsp.schedule.delay", "50");
    settings.put("clew.traces.sampler", "parentbased_always_on");
    if (testable) {
      settings.put("clew.http.server.skip", WithinContainer.PATHS);
    }
    settings.putAll(session.options().settings());
    return settings;
  }
}
