// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Functions that say which span is current, or fail where the event asks for it. */
final class Functions {

  private Functions() {}

  /** One of events. */
  public static final class OfEvents
      extends TracedRequestHandler<Map<String, Object>, Map<String, Object>> {

    @Override
    protected Map<String, Object> handle(Map<String, Object> event, Context context) {
      if (event.containsKey("fail")) {
        throw new IllegalStateException("as asked");
      }
      Object status = event.getOrDefault("answer", 200);
      return Map.of("statusCode", status, "body", Span.current().getSpanContext().getSpanId());
    }
  }

  /** One of streams. */
  public static final class OfStreams extends TracedStreamHandler {

    @Override
    protected void handle(InputStream event, OutputStream answer, Context context)
        throws IOException {
      int length = event.readAllBytes().length;
      String span = Span.current().getSpanContext().getSpanId();
      answer.write(("\"" + span + ' ' + length + '"').getBytes(StandardCharsets.UTF_8));
    }
  }
}
