// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the project's README shows of a result: a table between two marks, and a picture. */
public final class Readme {

  private static final String BEGIN = "<!-- benchmark: begin -->\n";
  private static final String END = "<!-- benchmark: end -->";

  /** What stands there as long as there is no result. */
  static final String NOTHING = "No result has been committed yet.\n";

  private final Path readme;
  private final Path picture;

  private Readme(Path root) {
    this.readme = root.resolve("README.md");
    this.picture = root.resolve("docs").resolve("benchmark.svg");
  }

  /** Of the project whose root this is. */
  public static Readme at(Path root) {
    return new Readme(root);
  }

  /** Writes both anew. */
  public void write(Results results) throws IOException {
    String text = Files.readString(readme);
    Files.writeString(
        readme,
        text.substring(0, begin(text)) + section(results) + text.substring(text.indexOf(END)));
    Files.writeString(picture, Picture.of(results));
  }

  /** What stands in the README. */
  String section() throws IOException {
    String text = Files.readString(readme);
    return text.substring(begin(text), text.indexOf(END));
  }

  private int begin(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin < 0 || text.indexOf(END) < begin) {
      throw new IllegalStateException(readme + " has no marks for the benchmark");
    }
    return begin + BEGIN.length();
  }

  String picture() throws IOException {
    return Files.readString(picture);
  }

  static String section(Results results) {
    Environment where = results.environment();
    StringBuilder text =
        new StringBuilder(
            "![Time against sampling rate, by layer and tracer](docs/benchmark.svg)\n\n");
    text.append(Report.assessments(results).markdown());
    text.append(
        """

        Measured %s at commit %s on %s; %s, threads: %d, %s. Intervals are of 95 %%; a ratio whose interval is wider than a third of itself is left out.

        <details><summary>Who is who</summary>

        """
            .formatted(
                where.date(),
                where.commit(),
                where.machine(),
                where.java(),
                where.threads(),
                where.effort()));
    for (String tracer : Legend.tracers(results)) {
      text.append("- `").append(tracer).append("`: ").append(Glossary.of(tracer)).append('\n');
    }
    return text.append("\n</details>\n").toString();
  }
}
