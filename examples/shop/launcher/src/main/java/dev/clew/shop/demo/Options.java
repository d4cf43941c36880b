// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the demo was asked for.
 *
 * @param once whether to end after the first trace
 * @param errand what the first trace is of
 * @param aws whether AWS is in the path, as far as it can be emulated
 * @param httpPort where the shop is to listen; 0 for any free port
 * @param json the file to write the first trace to; null for none
 */
record Options(boolean once, Errand errand, boolean aws, int httpPort, Path json) {

  static Options parse(String... arguments) throws Problem {
    boolean once = false;
    Errand errand = Errand.ORDER;
    boolean aws = false;
    int httpPort = 0;
    Path json = null;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--once" -> once = true;
        case "--fail" -> errand = Errand.FAILURE;
        case "--aws" -> aws = true;
        case "--http-port" -> httpPort = port(value(option, rest));
        case "--json" -> json = writable(value(option, rest));
        default ->
            throw Problem.usage(
                "unknown option '"
                    + option
                    + "'; allowed: --once, --fail, --aws, --json FILE, --http-port PORT");
      }
    }
    return new Options(once, errand, aws, httpPort, json);
  }

  private static String value(String option, Iterator<String> rest) throws Problem {
    if (!rest.hasNext()) {
      throw Problem.usage(option + " needs a value");
    }
    return rest.next();
  }

  private static int port(String text) throws Problem {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    }
    throw Problem.usage("--http-port takes a number from 1 to 65535, not '" + text + "'");
  }

  private static Path writable(String text) throws Problem {
    Path file = Path.of(text).toAbsolutePath();
    Path directory = file.getParent();
    if (Files.isDirectory(file) || directory == null || !Files.isWritable(directory)) {
      throw Problem.usage("--json needs a file that can be written, not '" + text + "'");
    }
    return file;
  }
}
