// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/**
 * A function whose calls are traced. Subclasses handle events; what they throw is thrown on.
 * Thread-safe, if they are.
 *
 * @param <I> the event
 * @param <O> the answer
 */
public abstract class TracedRequestHandler<I, O> implements RequestHandler<I, O> {

  /** For subclasses. */
  protected TracedRequestHandler() {}

  /** Handles an event, within its span. */
  protected abstract O handle(I event, Context context);

  @Override
  public final O handleRequest(I event, Context context) {
    LambdaInvocation invocation = LambdaInvocation.begin(event, context);
    try {
      O answer = handle(event, context);
      invocation.answered(answer);
      return answer;
    } catch (Throwable failure) {
      invocation.failed(failure);
      throw failure;
    } finally {
      invocation.end();
    }
  }
}
