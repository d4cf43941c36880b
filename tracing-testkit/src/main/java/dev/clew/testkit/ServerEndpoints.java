// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Tracer;

/**
 * The application that {@link HttpServerContract} asks. An adapter's test serves these paths below
 * its base, for GET; each answers 200 and a text, unless another status is said:
 *
 * <ul>
 *   <li>{@value #HELLO}: the text {@value #HELLO_TEXT}
 *   <li>{@value #ITEM}: what {@link #item} gives for the last part of the path
 *   <li>{@value #NESTED}: the same, found by a resource that hands on to another ({@code
 *       NESTED_ROUTES})
 *   <li>{@value #BAGGAGE}: what {@link #baggage} gives
 *   <li>{@value #BAD}: status 400
 *   <li>{@value #UNAVAILABLE}: status 503
 *   <li>{@value #REDIRECT}: status 302 and a {@code Location} header
 *   <li>{@value #HEADER}: the response header {@code X-Answer: 42}
 *   <li>{@value #EXCEPTION}: throws {@link PlannedFailure} ({@code UNHANDLED_EXCEPTION})
 *   <li>{@value #MAPPED}: throws what the framework answers with 409 ({@code MAPPED_EXCEPTION})
 *   <li>{@value #ASYNC}: {@link #item} for "async", on another thread, after the handler has
 *       returned ({@code ASYNC})
 *   <li>{@value #ASYNC_EXCEPTION}: fails with {@link PlannedFailure} on another thread, after the
 *       handler has returned ({@code ASYNC})
 *   <li>{@value #ASYNC_TIMEOUT}: never answers, and times out soon ({@code ASYNC_TIMEOUT})
 *   <li>{@value #ERROR_PAGE}: status 500, by way of an error page ({@code ERROR_PAGE})
 *   <li>{@value #FORWARD}: forwards to {@value #HELLO} ({@code FORWARD})
 *   <li>{@value #INCLUDE}: includes {@value #HELLO} ({@code INCLUDE})
 *   <li>{@value #STREAM}: writes until that fails or {@link #STREAM_BYTES} are written ({@code
 *       CLIENT_ABORT})
 * </ul>
 *
 * <p>{@code /health} is not served; its 404 does.
 */
public final class ServerEndpoints {

  /** See the list above, as for all paths here. */
  public static final String HELLO = "/hello";

  public static final String HELLO_TEXT = "hello";
  public static final String ITEM = "/items/{id}";
  public static final String NESTED = "/nested/items/{id}";
  public static final String BAGGAGE = "/baggage";
  public static final String BAD = "/bad";
  public static final String UNAVAILABLE = "/unavailable";
  public static final String REDIRECT = "/redirect";
  public static final String HEADER = "/header";
  public static final String EXCEPTION = "/exception";
  public static final String MAPPED = "/mapped";
  public static final String ASYNC = "/async";
  public static final String ASYNC_EXCEPTION = "/async-exception";
  public static final String ASYNC_TIMEOUT = "/async-timeout";
  public static final String ERROR_PAGE = "/error-page";
  public static final String FORWARD = "/forward";
  public static final String INCLUDE = "/include";
  public static final String STREAM = "/stream";

  /** Far more than sockets buffer. */
  public static final int STREAM_BYTES = 256 << 20;

  /** What handlers throw on purpose. */
  public static final class PlannedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlannedFailure() {
      super("a planned failure");
    }
  }

  private ServerEndpoints() {}

  /** Records a span {@code item} as a child of what is current, and gives the id back. */
  public static String item(String id) {
    Guard.run("record a span of the test", () -> record(id));
    return id;
  }

  private static void record(String id) {
    Tracer tracer = Tracing.current().openTelemetry().getTracer("dev.clew.testkit.endpoints");
    tracer.spanBuilder("item").setAttribute("test.item", id).startSpan().end();
  }

  /** The value of the baggage member {@code key}, or "none". */
  public static String baggage() {
    String value = Baggage.current().getEntryValue("key");
    return value == null ? "none" : value;
  }
}
