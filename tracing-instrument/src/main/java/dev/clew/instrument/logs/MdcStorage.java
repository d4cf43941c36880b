// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;

/** Sees every context that becomes current, whoever makes it so. */
final class MdcStorage implements ContextStorage {

  private final ContextStorage delegate;

  MdcStorage(ContextStorage delegate) {
    this.delegate = delegate;
  }

  @Override
  public Scope attach(Context toAttach) {
    MdcEntries entries = LogCorrelation.entries();
    if (entries == null || toAttach == null) {
      return delegate.attach(toAttach);
    }
    Context before = delegate.current();
    Scope scope = delegate.attach(toAttach);
    return scope == Scope.noop() ? scope : entries.follow(scope, before, toAttach);
  }

  @Override
  public Context current() {
    return delegate.current();
  }

  @Override
  public Context root() {
    return delegate.root();
  }
}
