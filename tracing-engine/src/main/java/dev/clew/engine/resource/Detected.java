// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What can be found out without asking anybody. */
final class Detected {

  private Detected() {}

  static Map<String, Object> attributes() {
    Map<String, Object> found = new HashMap<>();
    found.put("telemetry.sdk.name", "clew");
    found.put("telemetry.sdk.language", "java");
    found.put("telemetry.sdk.version", version());
    found.put("service.instance.id", randomUuid());
    put(found, "host.name", HostName::get);
    put(found, "host.arch", () -> Platform.arch(property("os.arch")));
    put(found, "os.type", () -> Platform.osType(property("os.name")));
    put(found, "process.pid", () -> ProcessHandle.current().pid());
    put(found, "process.runtime.name", () -> property("java.runtime.name"));
    put(found, "process.runtime.version", () -> property("java.runtime.version"));
    put(found, "process.runtime.description", Detected::runtimeDescription);
    return found;
  }

  /** Leaves out what is empty, and what a security manager or a sandbox keeps to itself. */
  static void put(Map<String, Object> found, String key, Supplier<Object> detector) {
    try {
      Object value = detector.get();
      if (value != null && !value.equals("")) {
        found.put(key, value);
      }
    } catch (RuntimeException denied) {
      // One attribute less is all that this means.
    }
  }

  /** The jar's version; its manifest is absent where classes are run from a directory. */
  private static String version() {
    String version = Detected.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  /** Version 4 of RFC 9562. Unique is enough, so nobody waits for a source of secure randomness. */
  private static String randomUuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
    long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
    return new UUID(high, low).toString();
  }

  private static String runtimeDescription() {
    return String.join(
            " ", property("java.vm.vendor"), property("java.vm.name"), property("java.vm.version"))
        .trim();
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
