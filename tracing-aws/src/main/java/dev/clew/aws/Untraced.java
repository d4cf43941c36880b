// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;

/** Where calls of the SDK are tracing's own, such as those that ask for its credentials. */
public final class Untraced {

  private static final ContextKey<Boolean> KEY = ContextKey.named("clew-aws-untraced");

  private Untraced() {}

  /** Has calls on this thread not traced until it is closed, on this thread. */
  public static Scope open() {
    return Context.root().with(KEY, true).makeCurrent();
  }

  /** Whether calls on this thread are not to be traced. */
  public static boolean isHere() {
    return Context.current().get(KEY) != null;
  }
}
