// SPDX-License-Identifier: Apache-2.0
package dev.clew.liberty;

import com.ibm.ws.container.service.app.deploy.ApplicationClassesContainerInfo;
import com.ibm.ws.container.service.app.deploy.ContainerInfo;
import com.ibm.ws.container.service.app.deploy.ModuleClassesContainerInfo;
import com.ibm.wsspi.adaptable.module.Container;
import com.ibm.wsspi.adaptable.module.NonPersistentCache;
import com.ibm.wsspi.adaptable.module.UnableToAdaptException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A WAR that is being deployed, alone or in an EAR.
 *
 * @param name for people
 * @param container what is in it
 * @param classPath its own, without the libraries of an EAR; Liberty makes the class loader of it
 */
record WebModule(String name, Container container, List<ContainerInfo> classPath) {

  /** The module, or {@code null} if it has no class path yet, or is a part of the server. */
  static WebModule of(Container container) throws UnableToAdaptException {
    ModuleClassesContainerInfo classes = known(ModuleClassesContainerInfo.class, container);
    if (classes == null || isServers(container)) {
      return null;
    }
    List<ContainerInfo> classPath = classes.getClassesContainerInfo();
    return new WebModule(classPath.get(0).getName(), container, classPath);
  }

  /** Whether nobody has had it before; a redeployment makes another one. */
  boolean claim() throws UnableToAdaptException {
    NonPersistentCache memory = container.adapt(NonPersistentCache.class);
    synchronized (classPath) {
      if (memory.getFromCache(WebModule.class) instanceof WebModule before
          && before.classPath == classPath) {
        return false;
      }
      memory.addToCache(WebModule.class, this);
      return true;
    }
  }

  /**
   * Whether it is in an EAR with others: Liberty's CDI is one for all of them, so that each of two
   * copies would trace what is done in the other, too.
   */
  boolean hasNeighbours() throws UnableToAdaptException {
    Container around = outermost(container);
    if (around.equals(container.getRoot())) {
      return false;
    }
    ApplicationClassesContainerInfo ear = known(ApplicationClassesContainerInfo.class, around);
    return ear == null || ear.getModuleClassesContainerInfo().size() > 1;
  }

  /** Whether it, or the EAR that it is in, has such a file in a library. */
  boolean brings(String file) throws UnableToAdaptException {
    ApplicationClassesContainerInfo application =
        known(ApplicationClassesContainerInfo.class, outermost(container));
    Stream<ContainerInfo> shared =
        application == null
            ? Stream.empty()
            : application.getLibraryClassesContainerInfo().stream();
    return Stream.concat(classPath.stream(), shared)
        .map(ContainerInfo::getContainer)
        .filter(Objects::nonNull)
        .anyMatch(library -> library.getEntry(file) != null);
  }

  void add(List<Jar> libraries) {
    classPath.addAll(libraries);
  }

  private static Container outermost(Container container) {
    Container root = container.getRoot();
    Container around = root.getEnclosingContainer();
    return around == null ? root : outermost(around);
  }

  /** Liberty has web applications itself, in bundles. */
  private static boolean isServers(Container container) {
    return container.getURLs().stream().anyMatch(url -> url.getProtocol().startsWith("bundle"));
  }

  private static <T> T known(Class<T> type, Container container) throws UnableToAdaptException {
    return type.cast(container.adapt(NonPersistentCache.class).getFromCache(type));
  }
}
