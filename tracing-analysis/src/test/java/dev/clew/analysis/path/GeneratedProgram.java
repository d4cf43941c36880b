// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Names;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Resource;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanBuilder;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.TestSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random program that works, calls, forks and joins, starts tasks and sends messages, and that
 * writes down what its result has to wait for while it runs, instead of finding it out afterwards.
 */
final class GeneratedProgram {

  /** A piece of what is waited for. */
  record Piece(String span, long from, long until, boolean waiting) {}

  /** When a call ends, and the pieces that led there from the program's start. */
  private record Result(long end, List<Piece> path) {}

  private static final int MAX_DEPTH = 5;
  private static final int MAX_SPANS = 400;

  private final Random random;
  private final List<Span> spans = new ArrayList<>();
  private final Result answer;
  private Result last;
  private int lastId;

  GeneratedProgram(long seed) {
    random = new Random(seed);
    answer = run("", SpanKind.SERVER, TestSpans.START, List.of(), 0, 0, null);
    if (last == null || answer.end > last.end) {
      last = answer;
    }
  }

  List<Span> spans() {
    return spans;
  }

  /** To the root's end. */
  List<Piece> answered() {
    return answer.path;
  }

  /** To the end of what ends last. */
  List<Piece> completed() {
    return last.path;
  }

  private Result run(
      String parent,
      SpanKind kind,
      long start,
      List<Piece> path,
      int depth,
      long tail,
      Double wait) {
    String id = "s" + ++lastId;
    List<Piece> led = new ArrayList<>(path);
    long time = work(id, start, led, some());
    for (int steps = random.nextInt(5); steps > 0 && depth < MAX_DEPTH; steps--) {
      time = step(id, time, led, depth + 1);
      time = work(id, time, led, some());
    }
    time = work(id, time, led, tail);
    SpanBuilder span = Span.builder("program", id).parent(parent).kind(kind).time(start, time);
    if (wait != null) {
      span.attributes(Attributes.of(Map.of(Names.TASK_WAIT_TIME, wait)));
    }
    spans.add(span.name(id).resource(Resource.of("s", "1")).build());
    return new Result(time, merged(led));
  }

  private long work(String span, long from, List<Piece> led, long length) {
    if (length > 0) {
      led.add(new Piece(span, from, from + length, false));
    }
    return from + length;
  }

  private long step(String id, long time, List<Piece> led, int depth) {
    if (spans.size() > MAX_SPANS) {
      return time;
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> join(id, time, led, depth, 1);
      case 2 -> join(id, time, led, depth, 2 + random.nextInt(3));
      case 3 -> {
        task(id, time, led, depth);
        yield time;
      }
      default -> {
        long sent = time + some();
        String producer = "p" + ++lastId;
        spans.add(
            Span.builder("program", producer)
                .parent(id)
                .kind(SpanKind.PRODUCER)
                .time(time, sent)
                .build());
        work(producer, time, led, sent - time);
        deliver(producer, sent, led, depth);
        yield sent;
      }
    };
  }

  private long join(String id, long time, List<Piece> led, int depth, int branches) {
    Result longest = null;
    for (int i = 0; i < branches; i++) {
      Result branch = run(id, SpanKind.INTERNAL, time, led, depth, 0, null);
      longest = longest == null || branch.end > longest.end ? branch : longest;
    }
    led.clear();
    led.addAll(longest.path);
    return longest.end;
  }

  /** A task that outlives everything else but other tasks, and had to wait for its thread. */
  private void task(String id, long time, List<Piece> led, int depth) {
    long waited = Nanos.MICRO * (1 + random.nextInt(1000));
    long start = time + waited;
    String task = "s" + (lastId + 1);
    List<Piece> toThread = new ArrayList<>(led);
    toThread.add(new Piece(task, time, start, true));
    double seconds = waited / (double) Nanos.SECOND;
    ended(run(id, SpanKind.INTERNAL, start, toThread, depth, outliving(depth), seconds));
  }

  private void deliver(String producer, long sent, List<Piece> led, int depth) {
    long start = sent + some();
    List<Piece> toListener = new ArrayList<>(led);
    toListener.add(new Piece("s" + (lastId + 1), sent, start, true));
    ended(run(producer, SpanKind.CONSUMER, start, toListener, depth, outliving(depth), null));
  }

  private void ended(Result result) {
    last = last == null || result.end > last.end ? result : last;
  }

  private long some() {
    return 1 + random.nextInt(100 * (int) Nanos.MICRO);
  }

  /** What is started deeper within ends later, so that nobody can seem to have waited for it. */
  private long outliving(int depth) {
    return Nanos.SECOND * 10 * depth + random.nextInt((int) Nanos.SECOND);
  }

  /** Pieces of one span that follow each other are one. */
  static List<Piece> merged(List<Piece> pieces) {
    List<Piece> merged = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null && before.span.equals(piece.span) && before.waiting == piece.waiting) {
        merged.set(
            merged.size() - 1, new Piece(piece.span, before.from, piece.until, piece.waiting));
      } else {
        merged.add(piece);
      }
    }
    return merged;
  }
}
