// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import io.opentelemetry.api.trace.Span;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * What the young collections of a process keep of the spans that have ended: how many of their
 * objects, and how many bytes of whatever. For the serial collector ({@link #FLAGS}), whose pools
 * say to the byte what was copied. Thread-safe.
 */
final class YoungCollections implements NotificationListener, AutoCloseable {

  /**
   * 32 MB to allocate from, and as much room for what survives: weak references of what does not
   * fit would go to the old generation, and be strong ones for the collection that takes them
   * there.
   */
  static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmn96m", "-XX:SurvivorRatio=1", "-XX:TargetSurvivorRatio=100");

  private static final String COLLECTOR = "Copy";
  private static final String SURVIVORS = "Survivor Space";
  private static final String OLD = "Tenured Gen";

  private final GarbageCollectorMXBean collector =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(bean -> COLLECTOR.equals(bean.getName()))
          .findFirst()
          .orElseThrow();

  private final Queue<Ended> watched = new ConcurrentLinkedQueue<>();
  private final List<Double> survivors = new CopyOnWriteArrayList<>();
  private final List<Double> kept = new CopyOnWriteArrayList<>();
  private final int each;

  /**
   * Begins to listen, once all that has been there for longer is out of the way.
   *
   * @param each for how many spans one that is watched stands
   */
  YoungCollections(int each) {
    this.each = each;
    System.gc();
    ((NotificationEmitter) collector).addNotificationListener(this, null, null);
  }

  /** A span that has ended, and how many collections there had been by then. */
  private static final class Ended extends WeakReference<Span> {
    private final long collections;

    Ended(Span span, long collections) {
      super(span);
      this.collections = collections;
    }
  }

  /** Watches a span that has ended. */
  void watch(Span span) {
    watched.add(new Ended(span, collector.getCollectionCount()));
  }

  @Override
  public void handleNotification(Notification notification, Object none) {
    GcInfo info =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
            .getGcInfo();
    int all = 0;
    int alive = 0;
    for (Ended span = next(info); span != null; span = next(info)) {
      alive += span.refersTo(null) ? 0 : 1;
      all++;
    }
    // What the next one has collected meanwhile would count as gone.
    if (all > 0 && collector.getCollectionCount() == info.getId()) {
      survivors.add(100.0 * alive / all);
      kept.add((double) copied(info) / all / each);
    }
  }

  /** One of those that ended before the collection: it is gone now, or has survived it. */
  private Ended next(GcInfo collection) {
    Ended span = watched.peek();
    return span != null && span.collections < collection.getId() ? watched.poll() : null;
  }

  private static long copied(GcInfo info) {
    Map<String, MemoryUsage> after = info.getMemoryUsageAfterGc();
    return after.get(SURVIVORS).getUsed()
        + after.get(OLD).getUsed()
        - info.getMemoryUsageBeforeGc().get(OLD).getUsed();
  }

  /** In percent of the spans that had ended, one for each collection. */
  List<Double> survivors() {
    return List.copyOf(survivors);
  }

  /** Bytes for each span that had ended since the one before, one for each collection. */
  List<Double> kept() {
    return List.copyOf(kept);
  }

  @Override
  public void close() {
    try {
      ((NotificationEmitter) collector).removeNotificationListener(this);
    } catch (ListenerNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
