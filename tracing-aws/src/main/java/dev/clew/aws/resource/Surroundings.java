// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process can see without asking anybody.
 *
 * @param variables of the environment
 * @param root what paths of files are relative to
 */
record Surroundings(Map<String, String> variables, Path root) {

  private static final int MAX_FILE = 64 * 1024;

  static Surroundings ofProcess() {
    return new Surroundings(System.getenv(), Path.of("/"));
  }

  /** A variable's text; empty where it is not set. */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** A file's text, or its first 64 kB; empty where it is not there, or cannot be read. */
  String file(String path) {
    Path file = root.resolve(path);
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_FILE), StandardCharsets.UTF_8).strip();
    } catch (IOException | SecurityException unreadable) {
      return "";
    }
  }
}
