// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestEnricher;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/**
 * Traces every deployment of Arquillian tests and looks after their spans; being on the class path
 * is enough.
 *
 * <p>Each WAR and EAR gets the drop-in that is on the test's class path, if it does not bring one,
 * and settings with which its spans come to the test. A test has {@link dev.clew.testkit.Traces} as
 * a parameter, or as a field with {@code @ArquillianResource}; within the container, as a field
 * with {@code @Inject}. It fails at its end if it has not looked at all traces that began in its
 * time, or if a parent of its spans never came. What comes after its end fails the class.
 *
 * <p>In {@code arquillian.xml}, {@code <extension qualifier="clew">} takes these properties:
 *
 * <ul>
 *   <li>{@code enabled} ({@code true}): whether anything of this is done
 *   <li>{@code dropIn} ({@code add}): {@code present} where the server has it already
 *   <li>{@code leftovers} ({@code fail}): {@code ignore} for tests that look only at some traces
 *   <li>{@code limit} ({@code PT20S}): how long anything is waited for
 *   <li>{@code address} ({@code 127.0.0.1}): of this machine, as the server knows it
 *   <li>whatever starts with {@code otel.} or {@code clew.}: a setting of all that is deployed
 * </ul>
 */
public final class ArquillianTracing implements LoadableExtension {

  /** For the service loader. */
  public ArquillianTracing() {}

  @Override
  public void register(ExtensionBuilder builder) {
    builder
        .observer(TestObserver.class)
        .service(ResourceProvider.class, TracesProvider.class)
        .service(TestEnricher.class, TracesEnricher.class);
  }
}
