// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import org.jboss.as.controller.Extension;
import org.jboss.as.controller.ExtensionContext;
import org.jboss.as.controller.ModelVersion;
import org.jboss.as.controller.SubsystemRegistration;
import org.jboss.as.controller.parsing.ExtensionParsingContext;

/**
 * What WildFly finds in the module: the subsystem {@code clew}, and how its configuration reads.
 */
public final class ClewExtension implements Extension {

  static final String SUBSYSTEM = "clew";

  @Override
  public void initialize(ExtensionContext context) {
    SubsystemRegistration subsystem =
        context.registerSubsystem(SUBSYSTEM, ModelVersion.create(1, 0, 0));
    subsystem.registerSubsystemModel(new ClewSubsystem());
    subsystem.registerXMLElementWriter(new SubsystemXml());
  }

  @Override
  public void initializeParsers(ExtensionParsingContext context) {
    context.setSubsystemXmlMapping(SUBSYSTEM, SubsystemXml.NAMESPACE, SubsystemXml::new);
  }
}
