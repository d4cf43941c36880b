// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntryScopeTest {

  private static final ContextKey<String> KEY = ContextKey.named("key");

  private final Context request = Context.root().with(KEY, "request");

  @AfterEach
  void nothingIsLeft() {
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void contextIsCurrentUntilItIsClosed() {
    Scope scope = EntryScope.open(request);
    assertThat(Context.current()).isSameAs(request);
    scope.close();
  }

  @Test
  void scopesThatAreLeftOpenEndWithIt() {
    Scope scope = EntryScope.open(request);
    leaveOpen("forgotten");
    leaveOpen("forgotten too");
    scope.close();
  }

  @Test
  void scopesThatCloseInTheWrongOrderEndWithIt() {
    Scope scope = EntryScope.open(request);
    Scope first = Context.current().with(KEY, "first").makeCurrent();
    Scope second = Context.current().with(KEY, "second").makeCurrent();
    first.close();
    second.close();
    scope.close();
  }

  @Test
  void goesBackToWhatWasCurrentBefore() {
    Scope outer = EntryScope.open(request);
    Scope inner = EntryScope.open(Context.root());
    leaveOpen("forgotten");
    inner.close();
    assertThat(Context.current()).isSameAs(request);
    outer.close();
  }

  @Test
  void closingTwiceIsClosingOnce() {
    Scope scope = EntryScope.open(request);
    scope.close();
    try (Scope next = EntryScope.open(Context.root().with(KEY, "next"))) {
      scope.close();
      assertThat(next).isNotNull();
      assertThat(Context.current().get(KEY)).isEqualTo("next");
    }
  }

  @Test
  void closingOnAnotherThreadLeavesThatThreadAlone() throws Exception {
    Scope scope = EntryScope.open(request);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      assertThat(other.submit(() -> closeWhileServingAnother(scope)).get()).isEqualTo("another");
    } finally {
      other.shutdown();
    }
    assertThat(Context.current()).isSameAs(request);
    scope.close();
  }

  @Test
  void whatCannotBeMadeCurrentIsNotInTheWay() {
    EntryScope.open(null).close();
  }

  @Test
  void callThatTheThreadHasWaitedForEndsWithIt() {
    AtomicReference<String> ended = new AtomicReference<>("");
    Call here =
        new Call(Thread.currentThread(), () -> ended.accumulateAndGet("here", String::concat));
    Call elsewhere =
        new Call(new Thread(), () -> ended.accumulateAndGet("elsewhere", String::concat));
    Strays.Watch<OpenCalls.Call> open = OpenCalls.add(elsewhere, elsewhere);
    OpenCalls.add(here, here);

    EntryScope.open(request).close();

    assertThat(ended).hasValue("here");
    OpenCalls.remove(open);
  }

  private record Call(Thread waiting, Runnable end) implements OpenCalls.Call {

    @Override
    public void failed(Throwable thrown) {
      throw new AssertionError(thrown);
    }

    @Override
    public void giveUp() {
      end.run();
    }
  }

  private static String closeWhileServingAnother(Scope scope) {
    try (Scope serving = EntryScope.open(Context.root().with(KEY, "another"))) {
      scope.close();
      assertThat(serving).isNotNull();
      return Context.current().get(KEY);
    }
  }

  /** As an application does that has forgotten to close it. */
  private static void leaveOpen(String value) {
    Context.current().with(KEY, value).makeCurrent();
  }
}
