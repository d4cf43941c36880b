// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people on other machines may do. */
final class Exposure {

  private Exposure() {}

  /** What to tell whoever starts a collector that others can reach; nothing where they may not. */
  static Optional<String> warning(Settings settings) {
    String host = settings.get(ConsoleOptions.HOST);
    List<String> open = new ArrayList<>();
    describe(settings, ConsoleOptions.TOKEN, "send", open);
    describe(settings, ConsoleOptions.READ_TOKEN, "read", open);
    return open.isEmpty() || isLoopback(host)
        ? Optional.empty()
        : Optional.of(
            "CLEW-0850: whoever reaches %s may %s"
                .formatted(Printable.of(host, 200), String.join(" and ", open)));
  }

  private static void describe(
      Settings settings, Option<String> token, String action, List<String> open) {
    if (settings.get(token).isEmpty()) {
      open.add(action + " (" + token.key() + " is not set)");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException later) {
      return false;
    }
  }
}
