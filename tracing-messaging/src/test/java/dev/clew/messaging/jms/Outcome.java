// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.CompletionListener;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a call comes to, as a text that is the same wherever the same happens. */
final class Outcome {

  private static final Map<Class<?>, Object> SECOND =
      Map.of(int.class, 7, String.class, "kind = 'b'");

  private Outcome() {}

  static String of(Object subject, Method method, boolean closed, Subjects subjects)
      throws Exception {
    CountDownLatch completed = new CountDownLatch(1);
    Object[] arguments = arguments(method, subjects, completed);
    if (closed && subject instanceof AutoCloseable closeable && !isShared(subject)) {
      closeable.close();
    }
    try {
      Object result = method.invoke(subject, arguments);
      if (arguments.length > 0 && arguments[arguments.length - 1] instanceof CompletionListener) {
        awaitCompletion(method, completed);
      }
      return described(subject, result) + " and " + described(subjects.message());
    } catch (InvocationTargetException failed) {
      return withoutIds(failed.getCause().toString()) + " and " + described(subjects.message());
    }
  }

  /** The provider's factory can be closed, though JMS's cannot, and is used by all tests. */
  private static boolean isShared(Object subject) {
    return subject instanceof ConnectionFactory;
  }

  /** Different ones where there are two of a type, so that the result tells them apart. */
  private static Object[] arguments(Method method, Subjects subjects, CountDownLatch completed) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      boolean again = Arrays.asList(types).indexOf(types[i]) < i;
      arguments[i] = again ? SECOND.get(types[i]) : subjects.argument(types[i], completed);
    }
    return arguments;
  }

  private static void awaitCompletion(Method method, CountDownLatch completed)
      throws InterruptedException {
    if (method.getName().equals("send") && !completed.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("never completed");
    }
  }

  private static String described(Object subject, Object result) throws JMSException {
    if (result == subject) {
      return "itself";
    }
    if (result instanceof Message message) {
      return described(message);
    }
    if (result instanceof MessageConsumer consumer) {
      return interfaces(result) + withoutIds(consumer.getMessageSelector());
    }
    if (result instanceof JMSConsumer consumer) {
      return interfaces(result) + withoutIds(consumer.getMessageSelector());
    }
    if (result instanceof Destination destination) {
      return destination.getClass().getName();
    }
    boolean isPlain =
        result == null || result.getClass().getName().startsWith("java.lang.") || isArray(result);
    return isPlain ? plain(result) : interfaces(result);
  }

  private static boolean isArray(Object result) {
    return result.getClass().isArray();
  }

  private static String plain(Object result) {
    return result instanceof byte[] bytes
        ? Arrays.toString(bytes)
        : withoutIds(String.valueOf(result));
  }

  /** Every connection has an id of its own, and every call names of its own. */
  private static String withoutIds(String text) {
    return text == null
        ? null
        : text.replaceAll("[0-9a-f]+(-[0-9a-f]+){4}", "an id")
            .replaceAll("(text = |queue|topic)[0-9]+", "$1");
  }

  /** What a sending has set, so that arguments that are mixed up show. */
  private static String described(Message message) throws JMSException {
    return "%s %d %d %s %s"
        .formatted(
            message.getClass().getName(),
            message.getJMSPriority(),
            message.getJMSDeliveryMode(),
            message.getJMSExpiration() > 0,
            message.getJMSDestination() == null);
  }

  private static String interfaces(Object result) {
    TreeSet<String> names = new TreeSet<>();
    for (Class<?> type = result.getClass(); type != null; type = type.getSuperclass()) {
      collect(type, names);
    }
    return names.toString();
  }

  private static void collect(Class<?> type, TreeSet<String> names) {
    for (Class<?> implemented : type.getInterfaces()) {
      if (implemented.getName().startsWith("jakarta.jms.")) {
        names.add(implemented.getName());
      }
      collect(implemented, names);
    }
  }
}
