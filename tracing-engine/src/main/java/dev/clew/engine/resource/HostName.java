// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The host's name as the host itself knows it; a name service might take its time to answer. */
final class HostName {

  private static final List<String> VARIABLES = List.of("HOSTNAME", "COMPUTERNAME");
  private static final List<Path> FILES =
      List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));
  private static final int MAX_LENGTH = 255;

  private HostName() {}

  /** {@code null} where it cannot be found out. */
  static String get() {
    for (String variable : VARIABLES) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name.trim();
      }
    }
    for (Path file : FILES) {
      String name = firstLine(file);
      if (!name.isEmpty()) {
        return name;
      }
    }
    return null;
  }

  /** Empty where the file is not there, cannot be read or says nothing. */
  static String firstLine(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MAX_LENGTH), StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("").trim();
    } catch (Exception unreadable) {
      return "";
    }
  }
}
