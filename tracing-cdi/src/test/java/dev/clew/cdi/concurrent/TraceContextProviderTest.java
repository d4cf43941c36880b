// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes are opened for their effect
class TraceContextProviderTest {

  private static final ContextKey<String> KEY = ContextKey.named("key");

  private final ThreadContextProvider provider =
      ServiceLoader.load(ThreadContextProvider.class).findFirst().orElseThrow();

  @Test
  void taskSeesTheContextOfWhereItWasSubmitted() {
    ThreadContextSnapshot snapshot;
    try (@SuppressWarnings("unused")
        Scope submitting = Context.root().with(KEY, "submitted").makeCurrent()) {
      snapshot = provider.currentContext(Map.of());
    }

    ThreadContextRestorer restorer = snapshot.begin();
    assertThat(Context.current().get(KEY)).isEqualTo("submitted");
    restorer.endContext();
    assertThat(Context.current().get(KEY)).isNull();
  }

  @Test
  void threadGetsItsOwnContextBackAfterTheTask() {
    ThreadContextSnapshot snapshot = provider.currentContext(Map.of());

    try (@SuppressWarnings("unused")
        Scope pooled = Context.root().with(KEY, "thread's").makeCurrent()) {
      ThreadContextRestorer restorer = snapshot.begin();
      assertThat(Context.current().get(KEY)).isNull();
      restorer.endContext();
      assertThat(Context.current().get(KEY)).isEqualTo("thread's");
    }
  }

  @Test
  void snapshotCanBeUsedMoreThanOnce() {
    ThreadContextSnapshot snapshot;
    try (@SuppressWarnings("unused")
        Scope submitting = Context.root().with(KEY, "submitted").makeCurrent()) {
      snapshot = provider.currentContext(Map.of());
    }

    for (int run = 0; run < 2; run++) {
      ThreadContextRestorer restorer = snapshot.begin();
      assertThat(Context.current().get(KEY)).isEqualTo("submitted");
      restorer.endContext();
    }
  }

  @Test
  void clearedContextIsEmpty() {
    try (@SuppressWarnings("unused")
        Scope pooled = Context.root().with(KEY, "thread's").makeCurrent()) {
      ThreadContextRestorer restorer = provider.clearedContext(Map.of()).begin();
      assertThat(Context.current()).isEqualTo(Context.root());
      restorer.endContext();
      assertThat(Context.current().get(KEY)).isEqualTo("thread's");
    }
  }
}
