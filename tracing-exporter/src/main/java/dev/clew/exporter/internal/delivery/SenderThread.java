// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Cursor;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the delivery of one sender, on one daemon thread of its own. It is no child of the thread
 * that starts it: it inherits no thread locals and no context class loader.
 *
 * <p>It needs no mark that keeps it from being traced: the senders here write to sockets and files
 * by themselves and use none of the clients that Clew instruments. One that does (an AWS client)
 * has to take an instance without Clew's interceptor.
 */
public final class SenderThread {

  private static final long PAUSE_AFTER_ERROR = 1_000_000_000;

  private final Lane lane;
  private final Delivery delivery;
  private final Thread thread;
  private volatile boolean stopping;

  /** Prepares it. */
  public SenderThread(Lane lane) {
    this.lane = lane;
    this.delivery = new Delivery(lane, System::nanoTime);
    this.thread = new Thread(null, this::work, "clew-" + lane.name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
  }

  /** Starts it; without a thread to be had, its sender does nothing and the others work. */
  public void start() {
    try {
      thread.start();
    } catch (OutOfMemoryError noThread) {
      lane.warnings.warn("CLEW-0208", "cannot be started", noThread.toString());
    }
  }

  /** The sender's name. */
  public String name() {
    return lane.name;
  }

  /** Makes it look whether there is something to do. Cheap, and for any thread. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  /** Settles all records before that number as soon as can be. */
  public void flush(long end) {
    delivery.flush(end);
    wake();
  }

  /** Whether all records before that number have arrived or were given up. */
  public boolean hasSettled(long end) {
    return delivery.hasSettled(end) || !thread.isAlive();
  }

  /** Makes it end, whatever it is doing; what is pending is dropped or kept, and counted. */
  public void stop() {
    stopping = true;
    wake();
  }

  /** Makes it end even if it is in the middle of sending. */
  public void interrupt() {
    thread.interrupt();
    delivery.attempts().abort();
  }

  /** Waits until it has ended, but not for ever; an interrupt is kept for later. */
  public void join(long nanos) {
    long end = System.nanoTime() + nanos;
    boolean interrupted = false;
    while (thread.isAlive() && end - System.nanoTime() > 0) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      lane.warnings.warn("CLEW-0210", "does not stop; its thread is left behind", "");
    }
  }

  /**
   * Counts what is pending as dropped, or as kept; the journal must be closed.
   *
   * @param keep whether a later start will find it
   */
  public void abandon(boolean keep) {
    long left = delivery.tally().abandon(keep);
    if (left > 0) {
      lane.warnings.warn(
          keep ? "CLEW-0216" : "CLEW-0207",
          "stopped with " + left + " spans undelivered" + (keep ? ", kept for later" : ""),
          "");
    }
  }

  /** Its place in the journal, for whoever prepares it before it starts. */
  public Cursor cursor() {
    return delivery.cursor();
  }

  /** How many spans have arrived. */
  public long sent() {
    return delivery.tally().sent();
  }

  /** How many spans were sent once more, counted each time. */
  public long retried() {
    return delivery.tally().retried();
  }

  /** How many spans were lost: evicted, refused or given up. */
  public long dropped() {
    return delivery.tally().dropped();
  }

  /** How many spans are on their way. */
  public long pending() {
    return delivery.tally().pending();
  }

  /** How many spans were left for a later start. */
  public long kept() {
    return delivery.tally().kept();
  }

  /** Processor time it has taken so far; 0 where that is not known. */
  public long cpuNanos() {
    try {
      return Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
    } catch (UnsupportedOperationException unknown) {
      return 0;
    }
  }

  private void work() {
    while (!stopping) {
      long wait = step();
      if (wait > 0 && !stopping) {
        LockSupport.parkNanos(this, wait);
      }
      // A sender may have left it behind, and with it no wait would last.
      Thread.interrupted();
    }
    delivery.attempts().close();
    lane.progress.run();
  }

  /** No error ends the thread: the next batch may go well. */
  private long step() {
    try {
      return delivery.run();
    } catch (Throwable bug) {
      lane.warnings.warn("CLEW-0208", "an error in the exporter itself", bug.toString());
      return PAUSE_AFTER_ERROR;
    }
  }
}
