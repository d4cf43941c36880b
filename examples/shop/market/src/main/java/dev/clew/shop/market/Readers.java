// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes what the service needs of AWS when it is deployed, and reads as long as it is. */
@Startup
@Singleton
public class Readers {

  private static final Logger LOG = Logger.getLogger(Readers.class.getName());
  private static final long PAUSE_MILLIS = 250;

  @Resource ManagedScheduledExecutorService timer;
  @Inject Tickets tickets;
  @Inject OrderQueue queue;
  @Inject Sales sales;
  @Inject OrderReader orderReader;
  @Inject SalesReader salesReader;

  private final List<Future<?>> reading = new ArrayList<>();

  @PostConstruct
  void start() {
    Unrecorded.CONTEXT.wrap(this::create).run();
    read(orderReader::read);
    if (sales.isTold()) {
      read(salesReader::read);
    }
  }

  private void create() {
    tickets.create();
    queue.create();
    if (sales.isTold()) {
      sales.create();
    }
  }

  private void read(Runnable reader) {
    reading.add(
        timer.scheduleWithFixedDelay(
            () -> carefully(reader), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** What throws is not called again. */
  private static void carefully(Runnable reader) {
    try {
      reader.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "reading failed, and goes on", failure);
    }
  }

  @PreDestroy
  void stop() {
    reading.forEach(each -> each.cancel(true));
  }
}
