// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.tail.News;
import dev.clew.console.tail.Outlet;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;

/** Tells by server-sent events. */
record EventOutlet(SseEventSink sink, Sse sse) implements Outlet {

  @Override
  public CompletionStage<?> send(News news) {
    return sink.send(sse.newEvent("traces", Json.text(news)));
  }

  @Override
  public CompletionStage<?> probe() {
    return sink.send(sse.newEventBuilder().comment("nothing came").build());
  }

  @Override
  public boolean isClosed() {
    return sink.isClosed();
  }

  @Override
  public void close() {
    sink.close();
  }
}
