// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import dev.clew.dist.DropIn;
import dev.clew.dist.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.as.server.deployment.AttachmentKey;
import org.jboss.as.server.deployment.AttachmentList;
import org.jboss.as.server.deployment.Attachments;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.DeploymentUnitProcessingException;
import org.jboss.as.server.deployment.DeploymentUnitProcessor;
import org.jboss.as.server.deployment.annotation.ResourceRootIndexer;
import org.jboss.as.server.deployment.module.ModuleRootMarker;
import org.jboss.as.server.deployment.module.MountHandle;
import org.jboss.as.server.deployment.module.ResourceRoot;
import org.jboss.as.server.deployment.module.TempFileProviderService;
import org.jboss.vfs.VFS;
import org.jboss.vfs.VirtualFile;

/**
 * Adds the drop-in's jars to a deployment's own class loader, as if they lay in its library
 * directory; the archive itself stays as it is. So each application has its own tracing, which
 * comes and goes with it. Stateless, thread-safe.
 */
final class DropInProcessor implements DeploymentUnitProcessor {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  private static final AttachmentKey<AttachmentList<ResourceRoot>> ADDED =
      AttachmentKey.createList(ResourceRoot.class);

  private final DropIn dropIn;

  DropInProcessor(DropIn dropIn) {
    this.dropIn = dropIn;
  }

  @Override
  public void deploy(DeploymentPhaseContext context) {
    DeploymentUnit unit = context.getDeploymentUnit();
    Application application = new Application(unit);
    String directory = application.libraryDirectory();
    if (directory == null) {
      return;
    }
    if (application.bringsTracing()) {
      Report.bringsItself(unit.getName());
      return;
    }
    if (application.bringsHibernateInAPart()) {
      LOGGER.log(
          Level.WARNING,
          "CLEW-0602 {0} runs untraced: a part of it brings a Hibernate of its own",
          unit.getName());
      return;
    }
    VirtualFile libraries =
        unit.getAttachment(Attachments.DEPLOYMENT_ROOT).getRoot().getChild(directory);
    try {
      for (Path jar : dropIn.jarsFor(application.bringsOpenTelemetryApi())) {
        add(jar, libraries, unit);
      }
    } catch (IOException | DeploymentUnitProcessingException | RuntimeException failure) {
      undeploy(unit);
      Report.notAdded(unit.getName(), failure);
    }
  }

  private static void add(Path jar, VirtualFile libraries, DeploymentUnit unit)
      throws IOException, DeploymentUnitProcessingException {
    VirtualFile place = libraries.getChild(jar.getFileName().toString());
    MountHandle mount =
        MountHandle.create(VFS.mountZip(jar.toFile(), place, TempFileProviderService.provider()));
    ResourceRoot root = new ResourceRoot(place.getName(), place, mount);
    unit.addToAttachmentList(ADDED, root);
    ModuleRootMarker.mark(root);
    ResourceRootIndexer.indexResourceRoot(root);
    unit.addToAttachmentList(Attachments.RESOURCE_ROOTS, root);
  }

  @Override
  public void undeploy(DeploymentUnit unit) {
    List<ResourceRoot> added = unit.removeAttachment(ADDED);
    if (added == null) {
      return;
    }
    unit.getAttachmentList(Attachments.RESOURCE_ROOTS).removeAll(added);
    added.forEach(root -> root.getMountHandle().close());
  }
}
