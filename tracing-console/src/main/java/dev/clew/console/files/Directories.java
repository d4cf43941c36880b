// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Directories on the disk. */
public final class Directories {

  private Directories() {}

  /** Has the disk know which files a directory holds: a power cut may forget new ones otherwise. */
  public static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException windows) {
      // There, directories cannot be opened, and their changes are written at once.
    }
  }
}
