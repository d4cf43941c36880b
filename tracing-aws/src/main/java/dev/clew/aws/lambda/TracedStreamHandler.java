// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A function of streams whose calls are traced. Events of up to 6 MB, which is what Lambda sends,
 * are read before the subclass gets them. Thread-safe, if that is.
 */
public abstract class TracedStreamHandler implements RequestStreamHandler {

  /** For subclasses. */
  protected TracedStreamHandler() {}

  /** Handles an event, within its span. */
  protected abstract void handle(InputStream event, OutputStream answer, Context context)
      throws IOException;

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] event = input.readAllBytes();
    Node parsed = Node.parse(new String(event, StandardCharsets.UTF_8));
    LambdaInvocation invocation = LambdaInvocation.begin(parsed.value(), context);
    try {
      handle(new ByteArrayInputStream(event), output, context);
    } catch (Throwable failure) {
      invocation.failed(failure);
      throw failure;
    } finally {
      invocation.end();
    }
  }
}
