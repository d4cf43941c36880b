// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What Clew may add to an untraced server, at most. */
enum Goal {
  PROCESSOR_100(Variant.CLEW_100, "CPU a request", "us", 5, figures -> figures.processor),
  PROCESSOR_1(Variant.CLEW_1, "CPU a request", "us", 1, figures -> figures.processor),
  START_UP(Variant.CLEW_100, "start-up", "s", 0.3, figures -> figures.startUp),
  MEMORY(Variant.CLEW_100, "memory", "MB", 15, figures -> figures.memory);

  private final Variant variant;
  private final String what;
  private final String unit;
  private final double limit;
  private final Function<Figures, Sample> of;

  Goal(Variant variant, String what, String unit, double limit, Function<Figures, Sample> of) {
    this.variant = variant;
    this.what = what;
    this.unit = unit;
    this.limit = limit;
    this.of = of;
  }

  /** A line of text; empty where what it compares was not measured. */
  String verdict(Map<Variant, Figures> all) {
    Figures own = all.get(variant);
    Figures base = all.get(Variant.UNTRACED);
    if (own == null || base == null) {
      return "";
    }
    Sample added = of.apply(own).minus(of.apply(base));
    return String.format(
        Locale.ROOT,
        "%s adds to %s: %.2f %s, at most %s: %s%n",
        variant.label(),
        what,
        added.median(),
        unit,
        limit,
        verdict(added));
  }

  private String verdict(Sample added) {
    if (added.max() <= limit) {
      return "met";
    }
    return added.min() > limit ? "missed" : "within the noise";
  }
}
