// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import dev.clew.instrument.logs.LogCorrelation;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.ContextStorageProvider;
import io.opentelemetry.context.Scope;

/**
 * Puts a watch on every scope that is opened on any thread; found by OpenTelemetry through {@link
 * java.util.ServiceLoader}.
 */
public final class WatchedStorage implements ContextStorageProvider {

  /** For the service loader. */
  public WatchedStorage() {}

  /** Called before any context is used, whichever test is first: the last moment for others. */
  @Override
  public ContextStorage get() {
    LogCorrelation.prepare();
    return new Storage(ContextStorage.defaultStorage());
  }

  private record Storage(ContextStorage delegate) implements ContextStorage {

    @Override
    public Scope attach(Context toAttach) {
      Scope scope = delegate.attach(toAttach);
      return scope == Scope.noop() ? scope : OpenScopes.opened(scope, toAttach);
    }

    @Override
    public Context current() {
      return delegate.current();
    }
  }
}
