// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final long ALWAYS = Long.MAX_VALUE;

  @Test
  void withoutFilesThereIsOneOfAllTime() {
    assertThat(Window.of(List.of(), 0, ALWAYS, 100)).containsExactly(new Window(0, ALWAYS));
  }

  @Test
  void fewSpansAreLookedAtAtOnce() {
    assertThat(Window.of(List.of(file(100, 1_000, 2_000)), 5, ALWAYS, 100))
        .containsExactly(new Window(5, ALWAYS));
  }

  @Test
  void eachHasFourTimesTheSpansOfTheOneBefore() {
    List<DataFile> files = List.of(file(1_000, 1, 1_000), file(1_000, 1_001, 2_000));

    assertThat(Window.of(files, 0, ALWAYS, 100))
        .containsExactly(new Window(1_901, ALWAYS), new Window(1_501, 1_900), new Window(0, 1_500));
  }

  @Test
  void aTimeIsDividedToo() {
    assertThat(Window.of(List.of(file(1_000, 1, 1_000)), 301, 700, 100))
        .containsExactly(new Window(601, 700), new Window(301, 600));
  }

  /** Whatever senders' clocks say. */
  @Test
  void togetherTheyAreTheTimeThatIsAskedFor() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      List<DataFile> files =
          IntStream.range(0, random.nextInt(6)).mapToObj(any -> randomFile(random)).toList();
      long from = random.nextBoolean() ? 0 : random.nextLong(1_000);
      long to = random.nextBoolean() ? ALWAYS : from + random.nextLong(1_000);

      List<Window> windows = Window.of(files, from, to, 1 + random.nextInt(100));

      assertThat(windows.get(0).to()).isEqualTo(to);
      assertThat(windows.get(windows.size() - 1).from()).isEqualTo(from);
      for (int w = 1; w < windows.size(); w++) {
        assertThat(windows.get(w).to()).isEqualTo(windows.get(w - 1).from() - 1);
      }
      assertThat(windows).allMatch(window -> window.from() <= window.to());
    }
  }

  private static DataFile randomFile(SplittableRandom random) {
    long start = random.nextLong(1_000);
    long end = random.nextInt(5) == 0 ? ALWAYS : start + random.nextLong(1_000);
    return file(1 + random.nextInt(500), start, end);
  }

  private static DataFile file(long rows, long minStart, long maxStart) {
    return new DataFile(Path.of("2026-11-23T10", "file"), 1, rows, minStart, maxStart, 1);
  }
}
