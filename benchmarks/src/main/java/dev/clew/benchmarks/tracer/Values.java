// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Values of attributes that do not come again for so long that nobody has kept them. They are there
 * from the start, so that making them is nobody's cost. For one thread.
 */
@State(Scope.Thread)
public class Values {

  private static final int COUNT = 1 << 16;
  private static final int FIRST = 100_000;

  private final String[] texts =
      IntStream.range(0, COUNT).mapToObj(i -> "/orders/" + (FIRST + i)).toArray(String[]::new);

  private final Long[] numbers =
      IntStream.range(0, COUNT).mapToObj(i -> (long) FIRST + i).toArray(Long[]::new);

  private int next;

  /** Called by JMH. */
  public Values() {}

  String text() {
    return texts[next++ & COUNT - 1];
  }

  Long number() {
    return numbers[next++ & COUNT - 1];
  }
}
