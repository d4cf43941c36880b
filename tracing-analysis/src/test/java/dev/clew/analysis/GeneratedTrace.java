// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random trace of which everything is known: who called whom and when, by one true clock, and by
 * how much the clock of each service is wrong. Requests are answered before their callers go on;
 * messages are processed some time after they were sent.
 */
public final class GeneratedTrace {

  private static final int MAX_SPANS = 60;

  private final Random random;
  private final List<Span> truth = new ArrayList<>();
  private final ArrayDeque<Span> open = new ArrayDeque<>();
  private final int services;
  private int lastId;

  private GeneratedTrace(long seed) {
    this.random = new Random(seed);
    this.services = 2 + random.nextInt(4);
    long length = Nanos.MILLI * (50 + random.nextInt(200));
    add("", 0, SpanKind.SERVER, TestSpans.START, TestSpans.START + length, Map.of());
    while (!open.isEmpty() && truth.size() < MAX_SPANS) {
      fill(open.remove());
    }
  }

  /** The trace of a seed, with true times. */
  public static List<Span> of(long seed) {
    return new GeneratedTrace(seed).truth;
  }

  /** By how much the clock of each service is ahead; that of the root is right. */
  public static Map<String, Long> offsets(List<Span> truth, Random random) {
    Map<String, Long> offsets = new HashMap<>();
    for (Span span : truth) {
      offsets.computeIfAbsent(
          span.service(), s -> (long) (random.nextGaussian() * 200 * Nanos.MILLI));
    }
    offsets.put(truth.get(0).service(), 0L);
    return offsets;
  }

  /** The spans as clocks that are wrong would have it. */
  public static List<Span> skewed(List<Span> truth, Map<String, Long> offsets) {
    List<Span> skewed = new ArrayList<>();
    for (Span span : truth) {
      long offset = offsets.get(span.service());
      skewed.add(
          span.toBuilder().time(span.startNanos() + offset, span.endNanos() + offset).build());
    }
    return skewed;
  }

  private Span add(
      String parent, int service, SpanKind kind, long start, long end, Map<String, ?> said) {
    String name = "s" + service;
    Span span =
        Span.builder("generated", String.format("%016x", ++lastId))
            .parent(parent)
            .resource(Resource.of(name, name + "-1"))
            .name(kind + " " + service)
            .kind(kind)
            .time(start, end)
            .status(random.nextInt(9) == 0 ? Status.failed("") : Status.OK)
            .attributes(Attributes.of(said))
            .build();
    truth.add(span);
    open.add(span);
    return span;
  }

  private void fill(Span span) {
    long length = span.endNanos() - span.startNanos();
    if (span.kind() == SpanKind.CLIENT || span.kind() == SpanKind.PRODUCER || length < 1000) {
      return;
    }
    int children = random.nextInt(5);
    boolean parallel = random.nextBoolean();
    long at = span.startNanos();
    for (int i = 0; i < children; i++) {
      long start = (parallel ? span.startNanos() : at) + within(length / 20);
      long end = start + 1 + within(length / (parallel ? 2 : 6));
      if (end <= span.endNanos()) {
        child(span, start, end);
        at = end;
      }
    }
  }

  private void child(Span parent, long start, long end) {
    int own = Integer.parseInt(parent.service().substring(1));
    int other = random.nextInt(services);
    String id = parent.spanId();
    switch (random.nextInt(4)) {
      case 0 -> add(id, own, SpanKind.INTERNAL, start, end, Map.of());
      case 1 -> add(id, own, SpanKind.CLIENT, start, end, Map.of("db.system.name", "h" + other));
      case 2 -> {
        Span client = add(id, own, SpanKind.CLIENT, start, end, Map.of("server.address", "lb"));
        long net = (end - start) / 4;
        long from = start + within(net);
        add(client.spanId(), other, SpanKind.SERVER, from, end - within(net), Map.of());
      }
      default -> {
        Map<String, ?> queue = Map.of("messaging.destination.name", "q" + other);
        Span producer = add(id, own, SpanKind.PRODUCER, start, end, queue);
        long from = end + within(20 * Nanos.MILLI);
        long until = from + within(Nanos.MILLI * 9);
        add(producer.spanId(), other, SpanKind.CONSUMER, from, until, queue);
      }
    }
  }

  private long within(long length) {
    return length <= 0 ? 0 : (long) (random.nextDouble() * length);
  }
}
