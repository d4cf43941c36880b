// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

/**
 * One detection, on a thread of its own: what drips in byte by byte never times out by itself. The
 * thread ends soon after it is given up, whatever it was waiting for.
 */
final class Detection {

  private final Detector detector;
  private final Surroundings surroundings;
  private final Found found;

  /** Why not everything was found. */
  private volatile String problem;

  Detection(Detector detector, Surroundings surroundings, Found found) {
    this.detector = detector;
    this.surroundings = surroundings;
    this.found = found;
  }

  /**
   * Detects.
   *
   * @return why not everything could be found in time; {@code null} where it could
   */
  String run(long limitMillis) {
    Metadata metadata = new Metadata(limitMillis);
    Thread thread = new Thread(() -> detect(metadata), "clew-aws-resource");
    thread.setDaemon(true);
    // The application's class loader is nothing to be held on to.
    thread.setContextClassLoader(null);
    thread.start();
    try {
      thread.join(limitMillis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      metadata.giveUp();
      return "no answer";
    }
    return problem;
  }

  private void detect(Metadata metadata) {
    try {
      detector.detect(surroundings, metadata, found);
    } catch (Throwable unanswered) {
      problem = String.valueOf(unanswered);
    }
  }
}
