// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;

/** Short streams of events. */
@Path("events")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class EventResource {

  @GET
  @Path("named")
  public void named(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEventBuilder().name("headline").id("1").data("hush").build());
    sink.close();
  }

  @GET
  @Path("broadcast")
  public void broadcast(@Context SseEventSink sink, @Context Sse sse) {
    SseBroadcaster broadcaster = sse.newBroadcaster();
    broadcaster.register(sink);
    broadcaster.broadcast(sse.newEvent("to all")).thenRun(broadcaster::close);
  }

  @GET
  @Path("late")
  public void late(@Context SseEventSink sink, @Context Sse sse) {
    OutboundSseEvent event = sse.newEvent("in time");
    sink.send(event);
    sink.close();
    assertThatThrownBy(() -> sink.send(event)).isInstanceOf(IllegalStateException.class);
  }
}
