// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GlobalSlotTest {

  private static final ClassLoader OWN = GlobalOpenTelemetry.class.getClassLoader();

  private final OpenTelemetry ours = OpenTelemetrySdk.builder().build();

  @AfterEach
  void emptySlot() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void lookingLeavesTheSlotEmpty() {
    assertThat(GlobalSlot.current()).isEmpty();
    GlobalOpenTelemetry.set(ours);
    assertThat(GlobalSlot.current()).isPresent();
  }

  @Test
  void holdsWhatIsOfferedUntilItIsReleased() {
    assertThat(GlobalSlot.offer(ours, OWN)).isTrue();
    assertThat(GlobalOpenTelemetry.get().getTracerProvider()).isSameAs(ours.getTracerProvider());
    GlobalSlot.release(ours);
    assertThat(GlobalSlot.current()).isEmpty();
  }

  @Test
  void isNotTakenFromOtherApplications() throws Exception {
    try (URLClassLoader application = new URLClassLoader(new URL[0], OWN)) {
      assertThat(GlobalSlot.offer(ours, application)).isFalse();
    }
    assertThat(GlobalSlot.current()).isEmpty();
  }

  @Test
  void keepsWhatDoesNothingForThisApplication() {
    OpenTelemetry idle = OpenTelemetry.propagating(ContextPropagators.noop());
    GlobalOpenTelemetry.set(idle);
    assertThat(GlobalSlot.current()).isEmpty();
    assertThatThrownBy(() -> GlobalOpenTelemetry.set(ours))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsWhatSomebodyElseHasSet() {
    OpenTelemetry other = OpenTelemetrySdk.builder().build();
    GlobalOpenTelemetry.set(other);
    assertThat(GlobalSlot.offer(ours, OWN)).isFalse();
    GlobalSlot.release(ours);
    assertThat(GlobalOpenTelemetry.get().getTracerProvider()).isSameAs(other.getTracerProvider());
  }
}
