// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResourceScopeTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void nextRequestClosesWhatTheLastOneLeftOpen() {
    ResourceScope.Opened.open(HttpServerSpan.current());
    assertThat(Context.current()).isNotSameAs(Context.root());

    ResourceScope.closeLeftover();

    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void isNotClosedOnAnotherThread() throws Exception {
    ResourceScope.Opened opened = ResourceScope.Opened.open(HttpServerSpan.current());
    Context during = Context.current();

    Thread other = new Thread(opened::close);
    other.start();
    other.join();

    assertThat(Context.current()).isSameAs(during);
    opened.close();
    assertThat(Context.current()).isSameAs(Context.root());
  }
}
