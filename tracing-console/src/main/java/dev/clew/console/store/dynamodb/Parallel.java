// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.aws.Untraced;
import dev.clew.console.store.StoreException;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Asks several questions at once: each of them waits for the network, and for little else. They are
 * not traced: a map asks 2,000, whose spans would be written to the table that is asked.
 */
final class Parallel implements AutoCloseable {

  /** As many connections as the JDK's own client keeps. */
  private static final int THREADS = 5;

  private final ExecutorService threads;

  /** What is asked for one thing. */
  @FunctionalInterface
  interface Question<T, R> {
    R ask(T about) throws Exception;
  }

  Parallel() {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, "clew-console-dynamodb-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    threads = Executors.newFixedThreadPool(THREADS, factory);
  }

  /** The answer to one question. */
  <R> R ask(Callable<R> question) throws StoreException {
    return ask(List.of(question), Callable::call).get(0);
  }

  /** The answers in the order of what was asked about. */
  <T, R> List<R> ask(Collection<T> about, Question<T, R> question) throws StoreException {
    List<Future<R>> asked = new ArrayList<>();
    for (T each : about) {
      asked.add(threads.submit(() -> untraced(each, question)));
    }
    List<R> answers = new ArrayList<>();
    try {
      for (Future<R> answer : asked) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new StoreException("the collector ends", ending);
    } finally {
      asked.forEach(answer -> answer.cancel(true));
    }
  }

  private static <T, R> R untraced(T about, Question<T, R> question) throws Exception {
    Scope untraced = Untraced.open();
    try {
      return question.ask(about);
    } finally {
      untraced.close();
    }
  }

  private static StoreException failure(Throwable cause) {
    return cause instanceof SdkException failed
        ? Advice.failure("the store could not be read", failed)
        : new StoreException("the store could not be read", cause);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
