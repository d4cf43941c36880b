// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import dev.clew.testkit.Traces;
import java.lang.annotation.Annotation;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/** Gives fields and parameters with {@code @ArquillianResource} the traces of their test. */
public final class TracesProvider implements ResourceProvider {

  @Inject private Instance<Session> session;

  /** For Arquillian. */
  public TracesProvider() {}

  @Override
  public boolean canProvide(Class<?> type) {
    return type == Traces.class;
  }

  @Override
  public Object lookup(ArquillianResource resource, Annotation... qualifiers) {
    return session.get().traces();
  }
}
