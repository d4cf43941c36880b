// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.injection.spi.ResourceInjectionServices;
import org.jboss.weld.injection.spi.ResourceReference;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;

/**
 * A bean container that fills {@code @Resource} fields, setters and producers, as application
 * servers do, with what a test has. Needs Weld SE on the test's class path. Not thread-safe.
 */
public final class ResourceContainer {

  private final Weld weld = new Weld().disableDiscovery();

  private ResourceContainer(Function<InjectionPoint, Object> resources) {
    weld.addServices(new Resources(resources));
  }

  /** With what is to be put where. */
  public static ResourceContainer of(Function<InjectionPoint, Object> resources) {
    return new ResourceContainer(resources);
  }

  /** Adds what a container finds by {@code META-INF/services}. */
  public ResourceContainer with(Extension... extensions) {
    weld.addExtensions(extensions);
    return this;
  }

  /** Adds all extensions that are on the class path, such as the drop-in's. */
  public ResourceContainer withAllExtensions() {
    ServiceLoader.load(Extension.class).forEach(weld::addExtensions);
    return this;
  }

  /** Starts it; to be closed by the test. */
  public WeldContainer start(Class<?>... beans) {
    return weld.beanClasses(beans).initialize();
  }

  private record Resources(Function<InjectionPoint, Object> resources)
      implements ResourceInjectionServices {

    @Override
    public ResourceReferenceFactory<Object> registerResourceInjectionPoint(InjectionPoint place) {
      return () -> new Reference(resources.apply(place));
    }

    @Override
    public ResourceReferenceFactory<Object> registerResourceInjectionPoint(
        String jndiName, String mappedName) {
      throw new IllegalArgumentException("no resource is named " + jndiName);
    }

    @Override
    public void cleanup() {}
  }

  private record Reference(Object getInstance) implements ResourceReference<Object> {

    @Override
    public void release() {}
  }
}
