// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

import dev.clew.console.files.Directories;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of the log. One thread appends, one other reads what is committed. A segment that was
 * found at start is only read.
 */
final class Segment implements Closeable {

  private static final String SUFFIX = ".log";

  private final long number;
  private final Path path;
  private final FileChannel in;

  /** Another one, because an interrupt of who appends closes it; {@code null} if found. */
  private final FileChannel out;

  private volatile long committed;

  private Segment(long number, Path path, FileChannel in, FileChannel out, long committed) {
    this.number = number;
    this.path = path;
    this.in = in;
    this.out = out;
    this.committed = committed;
  }

  static Segment create(Path directory, long number) throws IOException {
    Path path = directory.resolve(String.format("%016d%s", number, SUFFIX));
    FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Directories.sync(directory);
    return new Segment(number, path, FileChannel.open(path), out, 0);
  }

  static Segment found(Path path) throws IOException {
    String name = path.getFileName().toString();
    long number = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    FileChannel in = FileChannel.open(path);
    return new Segment(number, path, in, null, in.size());
  }

  static boolean isSegment(Path path) {
    return path.getFileName().toString().matches("\\d{16}\\" + SUFFIX);
  }

  long number() {
    return number;
  }

  /** How many bytes of it count: all that is before is whole and, if asked for, on the disk. */
  long committed() {
    return committed;
  }

  /** Appends records as a whole: they can be read when this returns, and not before. */
  void append(List<byte[]> payloads, boolean sync) throws IOException {
    ByteBuffer[] buffers = new ByteBuffer[2 * payloads.size()];
    long total = 0;
    for (int i = 0; i < payloads.size(); i++) {
      buffers[2 * i] = Frame.header(payloads.get(i));
      buffers[2 * i + 1] = ByteBuffer.wrap(payloads.get(i));
      total += Frame.HEADER + payloads.get(i).length;
    }
    out.position(committed);
    for (long written = 0; written < total; ) {
      written += out.write(buffers);
    }
    if (sync) {
      out.force(false);
    }
    committed += total;
  }

  /** The record at an offset; {@code null} where the segment holds no more. */
  Record read(long offset) throws IOException {
    byte[] payload = Frame.read(in, offset, committed);
    return payload == null
        ? null
        : new Record(payload, new Position(number, offset + Frame.HEADER + payload.length));
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    in.close();
    if (out != null) {
      out.close();
    }
  }
}
