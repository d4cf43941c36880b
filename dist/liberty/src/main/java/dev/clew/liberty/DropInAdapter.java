// SPDX-License-Identifier: Apache-2.0
package dev.clew.liberty;

import com.ibm.wsspi.adaptable.module.AdaptableModuleFactory;
import com.ibm.wsspi.adaptable.module.Container;
import com.ibm.wsspi.adaptable.module.UnableToAdaptException;
import com.ibm.wsspi.adaptable.module.adapters.ContainerAdapter;
import com.ibm.wsspi.artifact.ArtifactContainer;
import com.ibm.wsspi.artifact.factory.ArtifactContainerFactory;
import com.ibm.wsspi.artifact.overlay.OverlayContainer;
import dev.clew.dist.DropIn;
import dev.clew.dist.Report;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.BundleContext;

/**
 * Is asked for a web module's description before anybody asks for its class path, adds the drop-in
 * to that, and leaves the answer to Liberty's own adapter. So each web application has its own
 * tracing, which comes and goes with it; the archive stays as it is. Thread-safe.
 */
public final class DropInAdapter implements ContainerAdapter<Object> {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  private final Jars jars;
  private final DropIn dropIn;

  /** For declarative services; the parameters are in the order of {@code drop-in.xml}. */
  public DropInAdapter(
      BundleContext bundle, ArtifactContainerFactory archives, AdaptableModuleFactory modules) {
    jars = new Jars(bundle, archives, modules);
    dropIn = installed();
  }

  private static DropIn installed() {
    try {
      return DropIn.besideThisJar();
    } catch (IOException | RuntimeException broken) {
      Report.notComplete(broken);
      return null;
    }
  }

  /** Always {@code null}: ask the next. */
  @Override
  public Object adapt(
      Container root, OverlayContainer overlay, ArtifactContainer artifact, Container container)
      throws UnableToAdaptException {
    WebModule module = dropIn == null ? null : WebModule.of(container);
    if (module != null && module.claim()) {
      add(module);
    }
    return null;
  }

  private void add(WebModule module) {
    try {
      if (module.brings(DropIn.TRACING)) {
        Report.bringsItself(module.name());
        return;
      }
      if (module.hasNeighbours()) {
        LOGGER.log(
            Level.WARNING,
            "CLEW-0603 {0} runs untraced: it is in an EAR with other modules",
            module.name());
        return;
      }
      module.add(jars.open(dropIn.jarsFor(module.brings(DropIn.OPEN_TELEMETRY_API))));
    } catch (IOException | UnableToAdaptException | RuntimeException failure) {
      Report.notAdded(module.name(), failure);
    }
  }
}
