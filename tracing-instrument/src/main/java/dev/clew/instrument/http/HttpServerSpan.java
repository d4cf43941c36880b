// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;

/**
 * The span of a request that a server handles, from {@link HttpServerTracer#start} to {@link #end},
 * whichever threads it goes through. Thread-safe; nothing here throws.
 */
public final class HttpServerSpan extends HttpSpan<HttpServerResponse> {

  private static final ContextKey<HttpServerSpan> KEY = ContextKey.named("clew-http-server-span");
  private static final VarHandle HANDLER = handlerField();
  private static final int FIRST_ERROR = 500;

  /** Stands for no span. */
  static final HttpServerSpan INERT = inert(null);

  private final RequestLine line;
  private final CapturedHeaders responseHeaders;
  private final Context context;
  private volatile boolean named;
  private volatile boolean routed;
  private volatile Throwable suspect;

  /** Written before the handler, and read after it. */
  private Class<?> handlerType;

  /** {@code null} where nobody has told, and once it has been entered. */
  private volatile Method handler;

  HttpServerSpan(Span span, Context parent, RequestLine line, CapturedHeaders responseHeaders) {
    super(span);
    this.line = line;
    this.responseHeaders = responseHeaders;
    this.context = contextWithin(parent);
  }

  private Context contextWithin(Context parent) {
    try {
      return parent.with(span).with(KEY, this);
    } catch (Throwable failure) {
      Guard.failed("put an HTTP server span into a context", failure);
      return parent;
    }
  }

  private HttpServerSpan(Context context) {
    super(Span.getInvalid());
    this.line = null;
    this.responseHeaders = null;
    this.context = context;
  }

  /**
   * No span of its own.
   *
   * @param context what calls made for this request take for their parent; {@code null} for
   *     whatever is current
   */
  static HttpServerSpan inert(Context context) {
    return new HttpServerSpan(context);
  }

  /** The one of the request that is being handled here; an inert one where there is none. */
  public static HttpServerSpan current() {
    try {
      HttpServerSpan span = Context.current().get(KEY);
      return span != null ? span : INERT;
    } catch (Throwable failure) {
      Guard.failed("look up the current HTTP server span", failure);
      return INERT;
    }
  }

  /** Whether there is no span here: the path is skipped, or somebody else traces the request. */
  public boolean isInert() {
    return line == null;
  }

  /**
   * The path of the request as its first line has it, without matrix parameters, and cut where it
   * is very long; {@code null} where not known.
   */
  public String path() {
    return line == null ? null : line.path();
  }

  /**
   * The context for work done for this request: with this span in it; for a skipped request, with
   * what the caller sent.
   */
  @Override
  public Context context() {
    return context != null ? context : Context.current();
  }

  @Override
  public Scope makeCurrent() {
    return context != null ? super.makeCurrent() : Scope.noop();
  }

  /**
   * Says which route was matched. Sets {@code http.route} and the name, unless {@link #name} has
   * been called. The last call counts.
   *
   * @param route a template with the context path, as in {@code /shop/orders/{id}}; {@code null}
   *     and nothing are ignored
   */
  public void route(String route) {
    if (route == null || route.isEmpty() || !isRecording()) {
      return;
    }
    routed = true;
    try {
      String bounded = Cut.to(Cut.ROUTE, route);
      span.setAttribute(Keys.ROUTE, bounded);
      if (!named) {
        span.updateName(line.method().spanName(bounded));
      }
    } catch (Throwable failure) {
      Guard.failed("record the route of an HTTP span", failure);
    }
  }

  /** As {@link #route}, unless that has been called: for those who know only a part of it. */
  public void routeIfNone(String route) {
    if (!routed) {
      route(route);
    }
  }

  /**
   * Gives the span a name that the application has chosen, which no route replaces.
   *
   * @param name {@code null} and nothing are ignored
   */
  public void name(String name) {
    if (name == null || name.isEmpty() || !isRecording()) {
      return;
    }
    named = true;
    try {
      span.updateName(Cut.to(Cut.ROUTE, name));
    } catch (Throwable failure) {
      Guard.failed("name an HTTP span", failure);
    }
  }

  /**
   * Says which method of the application handles the request.
   *
   * @param name with the type's, as in {@code com.acme.Orders.find}
   */
  public void resourceMethod(Class<?> type, Method handler, String name) {
    if (type == null || handler == null || !isRecording()) {
      return;
    }
    this.handlerType = type;
    this.handler = handler;
    try {
      span.setAttribute(Keys.CODE_FUNCTION_NAME, name);
    } catch (Throwable failure) {
      Guard.failed("record the resource method of an HTTP span", failure);
    }
  }

  /**
   * Says what was thrown where it is not known yet whether somebody makes a good answer of it. It
   * counts as {@link #error} if the request ends with a server error and no other has been said.
   *
   * @param thrown the last one counts; {@code null} takes it back
   */
  public void suspect(Throwable thrown) {
    suspect = thrown;
  }

  @Override
  public void end(HttpServerResponse response) {
    Throwable thrown = suspect;
    if (thrown != null && isServerError(response)) {
      error(thrown);
    }
    suspect = null;
    super.end(response);
  }

  private static boolean isServerError(HttpServerResponse response) {
    try {
      return response == null || response.status() >= FIRST_ERROR;
    } catch (Throwable failure) {
      Guard.failed("read the status of a response", failure);
      return true;
    }
  }

  /**
   * Says that a method is about to be called.
   *
   * @param target the object that it is called on
   * @return whether this is the call that handles the request, so that this span stands for it
   *     already: the first call of what {@link #resourceMethod} told. Always false where this span
   *     does not record
   */
  public boolean enters(Object target, Method called) {
    Method expected = handler;
    return expected != null
        && handlerType.isInstance(target)
        && Handlers.isSame(expected, called)
        && HANDLER.compareAndSet(this, expected, null);
  }

  @Override
  void describe(HttpServerResponse response, boolean failed) {
    status(response.status(), FIRST_ERROR, failed);
    responseHeaders.describe(span, response);
  }

  private static VarHandle handlerField() {
    try {
      return MethodHandles.lookup().findVarHandle(HttpServerSpan.class, "handler", Method.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
