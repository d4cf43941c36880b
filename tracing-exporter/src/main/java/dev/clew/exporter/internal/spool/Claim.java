// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * An open file that nobody else claims, in this process or in another. Between processes the system
 * keeps them apart. Within one it must not even be tried: closing any channel of a file gives up
 * the process's lock of it on POSIX systems. So system properties say what is claimed, as they are
 * all that applications with class loaders of their own have in common.
 */
final class Claim implements Closeable {

  /** Locked instead of what is in the file, so that others may read that anywhere. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private static final String PREFIX = "dev.clew.claim:";

  private final String key;
  private final Path path;
  private FileChannel channel;

  private Claim(Path path) throws IOException {
    this.path = path;
    this.key = PREFIX + path.getParent().toRealPath().resolve(path.getFileName());
  }

  /**
   * Claims a file of a directory that exists.
   *
   * @param how {@code CREATE}, or {@code CREATE_NEW}
   * @return {@code null} where somebody else has it
   * @throws IOException where it cannot be opened or locked at all
   */
  static Claim of(Path path, StandardOpenOption how) throws IOException {
    Claim claim = new Claim(path);
    if (System.getProperties().putIfAbsent(claim.key, "") != null) {
      return null;
    }
    boolean claimed = false;
    try {
      claimed = claim.lock(how);
    } finally {
      if (!claimed) {
        claim.close();
      }
    }
    return claimed ? claim : null;
  }

  private boolean lock(StandardOpenOption how) throws IOException {
    channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, how),
            forOwner(path, "rw-------"));
    return channel.tryLock(LOCKED, 1, false) != null;
  }

  /** What keeps others from reading what is created, where the system knows of such things. */
  static FileAttribute<?>[] forOwner(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  FileChannel channel() {
    return channel;
  }

  Path path() {
    return path;
  }

  /** Lets go of the file for good: where the system deletes nothing in use, it is made void. */
  void useUp() throws IOException {
    try (this) {
      channel.write(ByteBuffer.allocate(Layout.STATE + Long.BYTES), 0);
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      System.getProperties().remove(key);
    }
  }
}
