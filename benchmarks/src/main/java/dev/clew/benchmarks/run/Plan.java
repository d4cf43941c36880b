// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import dev.clew.benchmarks.export.Load;
import dev.clew.benchmarks.report.Key;
import dev.clew.benchmarks.report.Layer;
import dev.clew.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is measured, in which order: all of it once, then all of it again. */
final class Plan {

  private static final int EXPORT_WARM_UP = 2;

  private final Effort effort;
  private final int threads;
  private final Pattern include;

  Plan(Effort effort, int threads, Pattern include) {
    this.effort = effort;
    this.threads = threads;
    this.include = include;
  }

  /** Empty where nothing has such a name. */
  List<Step> steps() {
    List<Step> once = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      if (isWanted(layer)) {
        layer.series().stream()
            .filter(series -> isAsked() || !effort.leavesOut(layer, series.tracer()))
            .forEach(series -> add(layer, series, once));
      }
    }
    List<Step> all = new ArrayList<>();
    for (int round = 0; round < effort.rounds(); round++) {
      all.addAll(once);
    }
    return all;
  }

  private boolean isAsked() {
    return !include.pattern().isEmpty();
  }

  private boolean isWanted(Layer layer) {
    if (!layer.isIn(Runtime.version().feature())) {
      return false;
    }
    return isAsked() ? isMeant(layer) : !effort.leavesOut(layer);
  }

  private boolean isMeant(Layer layer) {
    return include.matcher(layer.name()).find()
        || layer.benchmark() != null && include.matcher(layer.benchmark()).find();
  }

  private void add(Layer layer, Series series, List<Step> steps) {
    for (String rate : series.rates(effort.ratesOf(layer))) {
      Key key = new Key(layer, series.tracer(), rate);
      if (layer == Layer.EXPORT) {
        exports(key).forEach(steps::add);
      } else {
        steps.add(new JmhStep(key, effort, layer.threads(threads), 1));
      }
    }
  }

  /** Whoever sends nothing can only be compared by processor time. */
  private List<Step> exports(Key key) {
    List<Step> steps = new ArrayList<>();
    for (Load load : Load.values()) {
      boolean left = !isAsked() && effort.leavesOut(load, key.tracer());
      if (load == Load.STEADY || !left && !key.tracer().equals(key.layer().plain())) {
        steps.add(new ExportStep(key, load, EXPORT_WARM_UP, effort.windows()));
      }
    }
    return steps;
  }
}
