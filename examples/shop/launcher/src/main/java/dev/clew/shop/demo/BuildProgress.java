// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Maven prints and tells, in far fewer lines, how far it is and, if it fails, why.
 * {@code ./demo} runs this file from source, before anything is built: it uses no other class.
 */
public final class BuildProgress {

  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final int MAX_ERRORS = 5;

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+?) \\S+ +(\\[\\d+/\\d+])");
  private static final Pattern TRANSFER = Pattern.compile("Progress \\(\\d+\\): (.+)");
  private static final Pattern REQUESTED = Pattern.compile("Downloading from \\S+: \\S*/(\\S+)");
  private static final Pattern TRANSFERRED = Pattern.compile("Downloaded from \\S+: .*");
  private static final Pattern FULL =
      Pattern.compile("(?i).*(no space left|not enough space|disk quota exceeded).*");
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "(?i).*(could not transfer|could not find artifact|unknown host|connection (refused|reset"
              + "|timed out)|network is unreachable|cannot access .+ in offline mode).*");

  private final PrintStream out;
  private final long startNanos;
  private long printedNanos;
  private int transferred;
  private String requested = "";
  private String transfer = "";
  private boolean news;
  private final List<String> errors = new ArrayList<>();

  BuildProgress(PrintStream out, long nowNanos) {
    this.out = out;
    startNanos = nowNanos;
    printedNanos = nowNanos;
  }

  /** Copies standard input to the file that is named, and tells about it on standard output. */
  public static void main(String[] arguments) throws IOException {
    BuildProgress progress = new BuildProgress(System.out, System.nanoTime());
    Path log = Path.of(arguments[0]);
    Thread ticker = new Thread(progress::keepTicking, "ticker");
    ticker.setDaemon(true);
    ticker.start();
    // A reader ends a line at a carriage return too, which is how Maven shows transfers.
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!TRANSFER.matcher(line).lookingAt()) {
          copy.println(line);
        }
        progress.accept(line, System.nanoTime());
      }
    }
    progress.explain();
  }

  private void keepTicking() {
    try {
      while (true) {
        Thread.sleep(1_000);
        tick(System.nanoTime());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** A line that Maven printed. */
  synchronized void accept(String line, long nowNanos) {
    Matcher module = MODULE.matcher(line);
    Matcher transferring = TRANSFER.matcher(line);
    Matcher requesting = REQUESTED.matcher(line);
    if (module.lookingAt()) {
      print(module.group(2) + " " + module.group(1), nowNanos);
    } else if (requesting.lookingAt()) {
      requested = requesting.group(1);
    } else if (transferring.lookingAt()) {
      transfer = "; " + requested + ", " + transferring.group(1).strip();
      news = true;
    } else if (TRANSFERRED.matcher(line).lookingAt()) {
      transferred++;
      transfer = "";
      news = true;
    } else if (line.startsWith("[ERROR]")) {
      errors.add(line.substring("[ERROR]".length()).strip());
    }
  }

  /** To be called now and then: tells what is new, and breaks a long silence. */
  synchronized void tick(long nowNanos) {
    Duration since = Duration.ofNanos(nowNanos - printedNanos);
    if (news && since.compareTo(PAUSE) >= 0) {
      print(transferred + " files downloaded" + transfer, nowNanos);
    } else if (since.compareTo(SILENCE) >= 0) {
      print(
          "still building, " + Duration.ofNanos(nowNanos - startNanos).toSeconds() + " s",
          nowNanos);
    }
  }

  private void print(String text, long nowNanos) {
    out.println("  " + text);
    printedNanos = nowNanos;
    news = false;
  }

  /** Says why the build failed, if it did. */
  synchronized void explain() {
    if (errors.isEmpty()) {
      return;
    }
    String full = first(FULL);
    String unreachable = first(UNREACHABLE);
    if (full != null) {
      out.println("The disk is full: " + full);
    } else if (unreachable != null) {
      out.println("A download failed: " + unreachable);
      out.println("Is the network there, and the proxy, if any, in Maven's settings.xml?");
      out.println("What has been downloaded is kept: run ./demo again.");
    } else {
      out.println("The build failed:");
      errors.stream()
          .filter(error -> !error.isEmpty())
          .limit(MAX_ERRORS)
          .forEach(error -> out.println("  " + error));
    }
  }

  private String first(Pattern pattern) {
    return errors.stream().filter(pattern.asMatchPredicate()).findFirst().orElse(null);
  }
}
