// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What was asked for.
 *
 * @param spans how many are sent
 * @param senders how many send at once
 * @param times how often each question is asked
 * @param json where all figures go
 */
record Options(int spans, int senders, int times, Path json) {

  static final String HELP =
      """
      Usage: ./benchmark --console [--spans N] [--senders N] [--times N] [--json FILE]

      Measures the collector in a process of its own, with 128 MB of heap: how many
      spans a second it takes (on the disk before each answer) and stores, what of the
      processor and the disk a span takes, and how long questions take then. 10,000,000
      spans take ten minutes and 2 GB of disk; close what else runs.

        --spans N     how many spans are sent (1000000)
        --senders N   how many send at once (2)
        --times N     how often each question is asked (9)
        --json FILE   where all figures go; benchmarks/console/target/console.json if not given
        --help        this text
      """;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong, and what is allowed
   */
  static Options parse(Path target, String... arguments) {
    int spans = 1_000_000;
    int senders = 2;
    int times = 9;
    Path json = target.resolve("console.json");
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--spans" -> spans = number(option, rest, 100_000_000);
        case "--senders" -> senders = number(option, rest, 20);
        case "--times" -> times = number(option, rest, 1_000);
        case "--json" -> json = Path.of(value(option, rest));
        default ->
            throw new IllegalArgumentException(
                "unknown option '"
                    + option
                    + "'; allowed: --spans, --senders, --times, --json, --help");
      }
    }
    return new Options(spans, senders, times, json);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest, int most) {
    String text = value(option, rest);
    if (text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        option + " takes a number from 1 to " + most + ", not '" + text + "'");
  }
}
