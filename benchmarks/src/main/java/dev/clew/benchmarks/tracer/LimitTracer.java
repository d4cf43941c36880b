// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The least that any tracer has to do, written by hand: two readings of the clock, a random id, one
 * object, setting and restoring what is current, and handing the object over in a slot. It does not
 * encode, and nobody could use it.
 */
final class LimitTracer implements TestedTracer {

  private static final Record UNSAMPLED = new Record(0, null);

  private static final String TRACEPARENT = "traceparent";
  private static final HexFormat HEX = HexFormat.of();

  private final ThreadLocal<Record[]> current = ThreadLocal.withInitial(() -> new Record[1]);
  private final AtomicReferenceArray<Record> slots = new AtomicReferenceArray<>(1024);
  private final long bound;
  private long ended;

  LimitTracer(double rate) {
    this.bound = rate >= 1 ? Long.MAX_VALUE : (long) (rate * Long.MAX_VALUE);
  }

  @Override
  public void span() {
    root(0, null);
  }

  @Override
  public void tree() {
    root(3, null);
  }

  @Override
  public void tree(Values values) {
    root(3, values);
  }

  /** Without values it says the same each time. */
  private void root(int deep, Values values) {
    Record[] holder = current.get();
    Record before = holder[0];
    boolean sampled = (ThreadLocalRandom.current().nextLong() >>> 1) <= bound;
    holder[0] = sampled ? started(null, values) : UNSAMPLED;
    if (deep > 0) {
      nested(holder, deep, values);
    }
    end(holder[0]);
    holder[0] = before;
  }

  private void nested(Record[] holder, int deep, Values values) {
    Record parent = holder[0];
    holder[0] = parent == UNSAMPLED ? UNSAMPLED : started(parent, values);
    if (deep > 1) {
      nested(holder, deep - 1, values);
    }
    end(holder[0]);
    holder[0] = parent;
  }

  private static Record started(Record parent, Values values) {
    Record record = new Record(ThreadLocalRandom.current().nextLong(), parent);
    record.start = System.nanoTime();
    record.method = values == null ? "GET" : values.text();
    record.route = values == null ? "/orders/{id}" : values.text();
    record.status = values == null ? 200 : values.number();
    return record;
  }

  private void end(Record record) {
    if (record != UNSAMPLED) {
      record.end = System.nanoTime();
      slots.lazySet((int) ended++ & 1023, record);
    }
  }

  @Override
  public void child() {
    nested(current.get(), 1, null);
  }

  @Override
  public Runnable enterUnsampled() {
    current.get()[0] = UNSAMPLED;
    return current::remove;
  }

  @Override
  public Map<String, String> caller(boolean sampled) {
    String flags = sampled ? "01" : "00";
    return Map.of(TRACEPARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-" + flags);
  }

  @Override
  public void hop(Map<String, String> caller, Map<String, String> outgoing) {
    String header = caller.get(TRACEPARENT);
    long high = HexFormat.fromHexDigitsToLong(header, 3, 19);
    long low = HexFormat.fromHexDigitsToLong(header, 19, 35);
    boolean sampled = header.charAt(54) == '1';
    Record record =
        sampled
            ? started(null, null)
            : new Record(ThreadLocalRandom.current().nextLong(), UNSAMPLED);
    StringBuilder sent = new StringBuilder(55).append("00-");
    sent.append(HEX.toHexDigits(high)).append(HEX.toHexDigits(low)).append('-');
    outgoing.put(
        TRACEPARENT,
        sent.append(HEX.toHexDigits(record.id)).append(sampled ? "-01" : "-00").toString());
    if (sampled) {
      end(record);
    }
  }

  @Override
  public long delivered() {
    return ended;
  }

  @Override
  public void close() {
    current.remove();
  }

  private static final class Record {
    final long id;
    final Record parent;
    long start;
    long end;
    String method;
    String route;
    long status;

    Record(long id, Record parent) {
      this.id = id;
      this.parent = parent;
    }
  }
}
