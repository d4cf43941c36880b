// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import dev.clew.dist.DropIn;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.as.server.deployment.Attachments;
import org.jboss.as.server.deployment.DeploymentUnit;

/**
 * What is in a deployment, once all its archives are open.
 *
 * @param unit the outermost one, or one within
 */
record Application(DeploymentUnit unit) {

  private static final String HIBERNATE = "org/hibernate/service/spi/ServiceContributor.class";

  /**
   * Where libraries for the whole of it belong; {@code null} where they are not to be added: to the
   * parts of an EAR, which see the libraries of the whole, and to what is no application.
   */
  String libraryDirectory() {
    String name = unit.getName().toLowerCase(Locale.ROOT);
    if (unit.getParent() != null) {
      return null;
    }
    if (name.endsWith(".war")) {
      return "WEB-INF/lib/clew";
    }
    return name.endsWith(".ear") ? "lib/clew" : null;
  }

  /**
   * Whether a part of an EAR has a Hibernate of its own: that would find Clew's part for Hibernate
   * among the libraries of the whole, which cannot see it, and would not start.
   */
  boolean bringsHibernateInAPart() {
    return parts().anyMatch(part -> brings(HIBERNATE, part));
  }

  /** Whether any part of it does: two in one application would trace everything twice. */
  boolean bringsTracing() {
    return Stream.concat(Stream.of(unit), parts()).anyMatch(part -> brings(DropIn.TRACING, part));
  }

  /** Whether libraries for the whole of it find the API without bringing it. */
  boolean bringsOpenTelemetryApi() {
    return brings(DropIn.OPEN_TELEMETRY_API, unit);
  }

  private Stream<DeploymentUnit> parts() {
    return unit.getAttachmentList(Attachments.SUB_DEPLOYMENTS).stream();
  }

  private static boolean brings(String file, DeploymentUnit part) {
    return part.getAttachmentList(Attachments.RESOURCE_ROOTS).stream()
        .anyMatch(root -> root.getRoot().getChild(file).exists());
  }
}
