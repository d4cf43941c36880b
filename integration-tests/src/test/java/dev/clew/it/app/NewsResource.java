// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Streams of events: what one request tells, others hear. */
@Path("news")
public class NewsResource {

  /** Who listens. */
  @ApplicationScoped
  public static class Listeners {

    final List<SseEventSink> sinks = new CopyOnWriteArrayList<>();
    volatile SseBroadcaster broadcaster;
  }

  @Inject Listeners listeners;

  /** Tells two things, and ends. */
  @GET
  @Path("short/{topic}")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void tell(@PathParam("topic") String topic, @Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEventBuilder().name("headline").id("1").data("hush: " + topic).build());
    sink.send(sse.newEvent("more"));
    sink.close();
  }

  /** Goes on until somebody ends it. */
  @GET
  @Path("long")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(@Context SseEventSink sink, @Context Sse sse) {
    listeners.sinks.add(sink);
    sink.send(sse.newEventBuilder().comment("listening").build());
  }

  /** The same, through a broadcaster. */
  @GET
  @Path("broadcast")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void join(@Context SseEventSink sink, @Context Sse sse) {
    listeners.broadcaster = sse.newBroadcaster();
    listeners.broadcaster.register(sink);
    sink.send(sse.newEventBuilder().comment("listening").build());
  }

  /** Tells all; the answer is the id of its trace, and to how many it was said. */
  @GET
  @Path("say/{what}")
  public String say(@PathParam("what") String what, @Context Sse sse) {
    int told = 0;
    for (SseEventSink sink : listeners.sinks) {
      if (sink.isClosed()) {
        listeners.sinks.remove(sink);
      } else {
        sink.send(sse.newEvent(what));
        told++;
      }
    }
    return Span.current().getSpanContext().getTraceId() + " " + told;
  }

  /** Tells all through the broadcaster, which ends then. */
  @GET
  @Path("call/{what}")
  public String call(@PathParam("what") String what, @Context Sse sse) throws Exception {
    listeners.broadcaster.broadcast(sse.newEvent(what)).toCompletableFuture().get();
    listeners.broadcaster.close();
    return "called";
  }

  /** Ends all streams. */
  @GET
  @Path("end")
  public String end() {
    listeners.sinks.forEach(SseEventSink::close);
    listeners.sinks.clear();
    return "ended";
  }
}
