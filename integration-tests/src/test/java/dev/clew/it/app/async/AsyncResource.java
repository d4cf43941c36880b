// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.async;

import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Leaves work to another thread, each method in another way. */
@Path("async")
@RequestScoped
public class AsyncResource {

  @Resource ManagedExecutorService executor;
  @Resource ManagedScheduledExecutorService scheduler;
  @Resource ContextService contexts;
  @Resource ManagedThreadFactory threads;
  @Inject Event<Order> orders;
  @Inject Worker worker;

  @GET
  @Path("executor")
  public String byExecutor() throws Exception {
    return executor.submit(worker::work).get();
  }

  @GET
  @Path("stage")
  public String byStage() {
    return executor.supplyAsync(() -> "").thenApplyAsync(nothing -> worker.work()).join();
  }

  @GET
  @Path("failure")
  public String byExecutorInVain() throws Exception {
    try {
      executor.submit(worker::fail).get();
      return "no failure";
    } catch (ExecutionException failure) {
      return executor.submit(() -> "done").get();
    }
  }

  /** Interrupts a task that runs and cancels one that does not; the next one works. */
  @GET
  @Path("cancelled")
  public String byExecutorAfterCancelling() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Future<?> running =
        executor.submit(
            () -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException cancelled) {
                interrupted.countDown();
              }
            });
    started.await();
    running.cancel(true);
    interrupted.await();
    scheduler.schedule(worker::work, 1, TimeUnit.HOURS).cancel(false);
    return executor.submit(worker::work).get();
  }

  @GET
  @Path("scheduler")
  public String byScheduler() throws Exception {
    return scheduler.schedule(worker::work, 1, TimeUnit.MILLISECONDS).get();
  }

  @GET
  @Path("proxy")
  public String byContextualProxy() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    new Thread(contexts.contextualRunnable(() -> answer.complete(worker.work()))).start();
    return answer.get();
  }

  @GET
  @Path("thread")
  public String byThread() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    threads.newThread(() -> answer.complete(worker.work())).start();
    return answer.get();
  }

  @GET
  @Path("asynchronous")
  public String byAsynchronousMethod() throws Exception {
    return worker.workLater().get();
  }

  @GET
  @Path("event")
  public String byEvent() throws Exception {
    return orders.fireAsync(new Order()).toCompletableFuture().get().state();
  }

  /** Works once at once, and once more when the request is over. */
  @GET
  @Path("periodic")
  public String periodic() throws Exception {
    CountDownLatch worked = new CountDownLatch(1);
    CompletableFuture<Future<?>> self = new CompletableFuture<>();
    AtomicBoolean last = new AtomicBoolean();
    self.complete(
        scheduler.scheduleAtFixedRate(
            () -> {
              boolean isOver = !Span.current().getSpanContext().isValid();
              if (worked.getCount() > 0) {
                worker.work();
                worked.countDown();
              } else if (isOver && last.compareAndSet(false, true)) {
                worker.work();
                self.join().cancel(false);
              }
            },
            0,
            5,
            TimeUnit.MILLISECONDS));
    worked.await();
    return "done";
  }
}
