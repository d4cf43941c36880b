// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Finds and makes the senders that are configured; reports what it cannot. */
final class Senders {

  private static final String NONE = "none";
  private static final int MAX_FAILURES = 20;
  private static final Map<String, String> ALIASES = Map.of("logging", "console");

  private Senders() {}

  static Map<String, Sender> configured(Settings settings) {
    Map<String, SenderProvider> providers = providers(settings.problems());
    Map<String, Sender> senders = new LinkedHashMap<>();
    for (String name : names(settings.get(ExporterOptions.EXPORTERS))) {
      SenderProvider provider = providers.get(name);
      if (provider == null) {
        reportUnknown(settings.problems(), name, providers.keySet());
      } else {
        create(name, provider, settings, senders);
      }
    }
    return senders;
  }

  private static Set<String> names(List<String> given) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : given) {
      String lower = name.toLowerCase(Locale.ROOT);
      names.add(ALIASES.getOrDefault(lower, lower));
    }
    names.remove(NONE);
    return names;
  }

  private static void create(
      String name, SenderProvider provider, Settings settings, Map<String, Sender> senders) {
    try {
      senders.put(name, provider.create(settings));
    } catch (Throwable failed) {
      reportFailure(settings.problems(), "sender '" + Printable.of(name, 50) + "'", failed);
    }
  }

  private static void reportUnknown(Problems problems, String name, Set<String> known) {
    problems.report(
        "CLEW-0200",
        "%s names '%s'; known are %s, logging and none; it is left out"
            .formatted(
                ExporterOptions.EXPORTERS.key(),
                Printable.of(name, 50),
                Printable.of(String.join(", ", known), 500)));
  }

  private static void reportFailure(Problems problems, String what, Throwable failed) {
    problems.report(
        "CLEW-0201",
        what + " cannot be used and is left out: " + Printable.of(String.valueOf(failed), 300));
  }

  /**
   * Ours come from the library's own class loader, so that they are found whatever loader calls; an
   * application's from its loader.
   */
  private static Map<String, SenderProvider> providers(Problems problems) {
    Map<String, SenderProvider> providers = new TreeMap<>();
    collect(SenderProvider.class.getClassLoader(), providers, problems);
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    if (seesOurPort(application)) {
      collect(application, providers, problems);
    }
    return providers;
  }

  /** An application with a library of its own has other senders, which do not fit this one. */
  private static boolean seesOurPort(ClassLoader application) {
    try {
      return application != null
          && application != SenderProvider.class.getClassLoader()
          && application.loadClass(SenderProvider.class.getName()) == SenderProvider.class;
    } catch (ClassNotFoundException | LinkageError | RuntimeException without) {
      return false;
    }
  }

  private static void collect(
      ClassLoader loader, Map<String, SenderProvider> providers, Problems problems) {
    Iterator<SenderProvider> found = ServiceLoader.load(SenderProvider.class, loader).iterator();
    int failures = 0;
    boolean more = true;
    while (more && failures < MAX_FAILURES) {
      try {
        more = found.hasNext();
        if (more) {
          SenderProvider provider = found.next();
          providers.putIfAbsent(provider.name(), provider);
        }
      } catch (Throwable broken) {
        // The iterator goes on behind an entry that cannot be loaded, mostly.
        failures++;
        reportFailure(problems, "a sender's provider", broken);
      }
    }
  }
}
