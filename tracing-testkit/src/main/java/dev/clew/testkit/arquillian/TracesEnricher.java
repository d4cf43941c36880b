// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import dev.clew.testkit.Traces;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.spi.TestEnricher;

/** Gives parameters of test methods the traces of their test, without an annotation. */
public final class TracesEnricher implements TestEnricher {

  @Inject private Instance<Session> session;

  /** For Arquillian. */
  public TracesEnricher() {}

  @Override
  public void enrich(Object test) {
    // Fields are for the provider, which asks for an annotation.
  }

  @Override
  public Object[] resolve(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> type == Traces.class ? session.get().traces() : null)
        .toArray();
  }
}
