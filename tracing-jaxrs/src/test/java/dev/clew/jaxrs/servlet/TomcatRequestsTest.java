// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.jaxrs.app.Asking;
import dev.clew.jaxrs.app.TomcatWar;
import dev.clew.testkit.ServerEndpoints;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.Arrays;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;

class TomcatRequestsTest extends ServletRequests {

  private TomcatWar war;

  @Override
  URI start() throws Exception {
    war = TomcatWar.start(TomcatServletTest::deploy);
    return war.base();
  }

  @Override
  void stop() throws Exception {
    war.stop();
  }

  @Test
  void isOneSpanThoughRegisteredTwice() throws Exception {
    war =
        TomcatWar.start(
            context -> {
              TomcatServletTest.deploy(context);
              registerByHand(context, "first");
              registerByHand(context, "second");
            });

    assertThat(Asking.get(war.base(), ServerEndpoints.FORWARD).body())
        .isEqualTo(ServerEndpoints.HELLO_TEXT);

    tracing.take(SpanKind.SERVER);
    war.stop();
  }

  private static void registerByHand(Context context, String name) {
    FilterDef filter = new FilterDef();
    filter.setFilterName(name);
    filter.setFilterClass(TracingFilter.class.getName());
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(name);
    mapping.addURLPattern("/*");
    Arrays.stream(DispatcherType.values()).forEach(type -> mapping.setDispatcher(type.name()));
    context.addFilterMap(mapping);
  }
}
