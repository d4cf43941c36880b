// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import dev.clew.dist.DropIn;
import dev.clew.dist.Report;
import java.io.IOException;
import org.jboss.as.controller.AbstractBoottimeAddStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.ReloadRequiredRemoveStepHandler;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.descriptions.ModelDescriptionConstants;
import org.jboss.as.controller.descriptions.SubsystemResourceDescriptionResolver;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.as.server.AbstractDeploymentChainStep;
import org.jboss.as.server.DeploymentProcessorTarget;
import org.jboss.as.server.deployment.Phase;
import org.jboss.dmr.ModelNode;

/**
 * {@code /subsystem=clew}: while it is configured, deployments are traced. It has no attributes.
 */
final class ClewSubsystem extends SimpleResourceDefinition {

  static final PathElement PATH =
      PathElement.pathElement(ModelDescriptionConstants.SUBSYSTEM, ClewExtension.SUBSYSTEM);

  /** When all archives of the deployment are open, and nobody has looked into them yet. */
  private static final int BEFORE_ALL_PARSERS = 0x0001;

  ClewSubsystem() {
    super(
        new Parameters(
                PATH,
                new SubsystemResourceDescriptionResolver(
                    ClewExtension.SUBSYSTEM, ClewExtension.class))
            .setAddHandler(new Add())
            .setAddRestartLevel(OperationEntry.Flag.RESTART_ALL_SERVICES)
            .setRemoveHandler(ReloadRequiredRemoveStepHandler.INSTANCE));
  }

  private static final class Add extends AbstractBoottimeAddStepHandler {

    @Override
    protected void performBoottime(OperationContext context, ModelNode operation, ModelNode model) {
      try {
        DropInProcessor processor = new DropInProcessor(DropIn.besideThisJar());
        context.addStep(new ChainStep(processor), OperationContext.Stage.RUNTIME);
      } catch (IOException | RuntimeException broken) {
        Report.notComplete(broken);
      }
    }
  }

  private static final class ChainStep extends AbstractDeploymentChainStep {

    private final DropInProcessor processor;

    private ChainStep(DropInProcessor processor) {
      this.processor = processor;
    }

    @Override
    protected void execute(DeploymentProcessorTarget target) {
      target.addDeploymentProcessor(
          ClewExtension.SUBSYSTEM, Phase.PARSE, BEFORE_ALL_PARSERS, processor);
    }
  }
}
