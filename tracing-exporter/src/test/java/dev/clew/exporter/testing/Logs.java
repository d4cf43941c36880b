// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to the log of {@code dev.clew}. */
public final class Logs extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public Logs() {
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(this);
  }

  /** What was said at a level. */
  public List<String> at(Level level) {
    return records.stream()
        .filter(each -> each.getLevel().equals(level))
        .map(LogRecord::getMessage)
        .toList();
  }

  @Override
  public void publish(LogRecord each) {
    records.add(each);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
    LOGGER.setLevel(null);
  }
}
