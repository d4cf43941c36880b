// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.stream.StreamEvent;
import dev.clew.instrument.stream.StreamSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Locale;
import java.util.Optional;

/**
 * A method that an endpoint is called by, read once (Jakarta WebSocket 2.1, section 4.7). Indexes
 * are those of parameters, or negative where there is none. Immutable.
 */
final class EndpointMethod {

  private static final AttributeKey<String> PROTOCOL =
      AttributeKey.stringKey("network.protocol.name");
  private static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  /** The template of the endpoint's path. */
  private static final AttributeKey<String> ENDPOINT =
      AttributeKey.stringKey("clew.websocket.endpoint");

  /** What has happened: open, message, close, error. */
  private static final AttributeKey<String> EVENT = AttributeKey.stringKey("clew.websocket.event");

  /** As in RFC 6455, section 7.4. */
  private static final AttributeKey<Long> CLOSE_CODE =
      AttributeKey.longKey("clew.websocket.close.code");

  private static final int NONE = -1;

  private final Occasion occasion;
  private final StreamEvent event;
  private final int session;
  private final int subject;
  private final int last;

  /**
   * @param event what all its spans say
   * @param session the index of the session
   * @param subject the index of the message, the reason or the failure
   * @param last the index of the flag that a partial message comes with
   */
  EndpointMethod(Occasion occasion, StreamEvent event, int session, int subject, int last) {
    this.occasion = occasion;
    this.event = event;
    this.session = session;
    this.subject = subject;
    this.last = last;
  }

  Occasion occasion() {
    return occasion;
  }

  StreamEvent event() {
    return event;
  }

  static Optional<EndpointMethod> of(String route, Method method) {
    Occasion occasion = Occasion.of(method);
    if (occasion == null) {
      return Optional.empty();
    }
    int session = NONE;
    int subject = NONE;
    int last = NONE;
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      Class<?> type = parameters[i].getType();
      if (type == Session.class) {
        session = i;
      } else if (type == EndpointConfig.class
          || parameters[i].isAnnotationPresent(PathParam.class)) {
        continue;
      } else if (type == boolean.class && isPartial(method)) {
        last = i;
      } else {
        subject = i;
      }
    }
    return Optional.of(
        new EndpointMethod(occasion, event(occasion, route, method), session, subject, last));
  }

  /** A flag beside something else is no message. */
  private static boolean isPartial(Method method) {
    for (Parameter parameter : method.getParameters()) {
      Class<?> type = parameter.getType();
      if (type != boolean.class
          && type != Session.class
          && !parameter.isAnnotationPresent(PathParam.class)) {
        return method.isAnnotationPresent(OnMessage.class);
      }
    }
    return false;
  }

  private static StreamEvent event(Occasion occasion, String route, Method method) {
    String name = occasion.name().toLowerCase(Locale.ROOT);
    Attributes attributes =
        Attributes.builder()
            .put(PROTOCOL, "websocket")
            .put(EVENT, name)
            .put(ENDPOINT, route)
            .put(CODE_FUNCTION_NAME, method.getDeclaringClass().getName() + '.' + method.getName())
            .build();
    return new StreamEvent(name + ' ' + route, occasion.kind(), attributes);
  }

  Session session(Object[] arguments) {
    return session < 0 ? null : (Session) arguments[session];
  }

  /** Says what only this call knows. */
  void describe(StreamSpan span, Object[] arguments) {
    Object given = subject < 0 ? null : arguments[subject];
    if (occasion == Occasion.MESSAGE) {
      Messages.describe(span, given, last < 0 ? null : (Boolean) arguments[last]);
    } else if (given instanceof CloseReason reason) {
      span.set(CLOSE_CODE, (long) reason.getCloseCode().getCode());
    } else if (given instanceof Throwable failure) {
      span.tell(failure);
    }
  }
}
