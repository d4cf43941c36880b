// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file that lines are appended to; once it is full it becomes {@code <path>.1}, that one {@code
 * <path>.2}, and so on. A line is there whole or not at all, whatever fails. For one thread.
 */
final class RotatingFile implements AutoCloseable {

  private static final Object GONE = new Object();

  private final Path path;
  private final long maxBytes;
  private final int maxFiles;

  /** Not a channel: an interrupt would close that. */
  private RandomAccessFile file;

  private Object identity;
  private long size;

  RotatingFile(Path path, long maxBytes, int maxFiles) {
    this.path = path;
    this.maxBytes = maxBytes;
    this.maxFiles = maxFiles;
  }

  @Override
  public String toString() {
    return path.toAbsolutePath().toString();
  }

  /** Appends a line, whose last byte is the line feed. */
  void append(byte[] line) throws IOException {
    if (file != null && !Objects.equals(identity, identity())) {
      // Somebody took it away, as log rotation of the system does.
      close();
    }
    open();
    size = file.length();
    if (size > 0 && size + line.length > maxBytes) {
      rotate();
    }
    write(line);
  }

  private void open() throws IOException {
    if (file != null) {
      return;
    }
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    file = new RandomAccessFile(path.toFile(), "rw");
    identity = identity();
    size = file.length();
    if (size > 0) {
      endLine();
    }
  }

  /** What tells a file from a later one of the same name, where the system has such a thing. */
  private Object identity() {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return GONE;
    }
  }

  /** Ends a line that a process has left half written when it was killed. */
  private void endLine() throws IOException {
    file.seek(size - 1);
    if (file.read() != '\n') {
      write(new byte[] {'\n'});
    }
  }

  private void write(byte[] bytes) throws IOException {
    try {
      file.seek(size);
      file.write(bytes);
      size += bytes.length;
    } catch (IOException failed) {
      takeBack(failed);
      throw failed;
    }
  }

  /** A full disk takes part of a line; it must not stay there. */
  private void takeBack(IOException failed) {
    try {
      file.setLength(size);
    } catch (IOException worse) {
      failed.addSuppressed(worse);
    }
  }

  private void rotate() throws IOException {
    close();
    for (int number = maxFiles - 1; number >= 1; number--) {
      Path from = number == 1 ? path : numbered(number - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (maxFiles == 1) {
      Files.deleteIfExists(path);
    }
    open();
  }

  private Path numbered(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  @Override
  public void close() throws IOException {
    RandomAccessFile open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
