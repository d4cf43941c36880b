// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.engine.sampler.RecordingCost;
import dev.clew.engine.sampler.Sampler;
import dev.clew.engine.sampler.SamplerProvider;
import dev.clew.engine.sampler.Samplers;
import java.util.Iterator;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.LongSupplier;

/** Makes the sampler that {@code clew.traces.sampler}, else {@code otel.traces.sampler} names. */
final class SamplerChoice {

  private static final String PARENT_BASED = "parentbased_";

  /** What follows a parent with the prefix or without. */
  private static final Set<String> FOLLOWING = Set.of("ratelimited", "adaptive", "tail");

  private final Settings settings;
  private final LongSupplier nanoTime;
  private final Faults faults;

  private SamplerChoice(Settings settings, LongSupplier nanoTime, Faults faults) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.faults = faults;
  }

  /** Never {@code null}: the default where another cannot be had, which is reported. */
  static Sampler from(Settings settings, Clock clock, Faults faults) {
    return new SamplerChoice(settings, clock::nanoTime, faults).choose();
  }

  private Sampler choose() {
    Option<String> option =
        settings.isSet(EngineOptions.CLEW_SAMPLER)
            ? EngineOptions.CLEW_SAMPLER
            : EngineOptions.SAMPLER;
    String given = settings.get(option);
    String name = given.toLowerCase(Locale.ROOT);
    try {
      boolean parentBased = name.startsWith(PARENT_BASED);
      String bare = parentBased ? name.substring(PARENT_BASED.length()) : name;
      Sampler sampler = byName(bare);
      if (sampler != null) {
        return parentBased && !FOLLOWING.contains(bare) ? Samplers.parentBased(sampler) : sampler;
      }
      settings
          .problems()
          .report(
              "CLEW-0100",
              ("%s is set to '%s'; allowed are always_on, always_off, traceidratio, probability,"
                      + " ratelimited, adaptive, tail, a sampler that a library adds, and each of these after"
                      + " parentbased_; using '%s' instead")
                  .formatted(
                      option.key(), Printable.of(given, 200), EngineOptions.SAMPLER.defaultText()));
    } catch (Throwable failed) {
      faults.report(
          "CLEW-0105",
          "The sampler '%s' could not be made; using '%s' instead"
              .formatted(Printable.of(given, 200), EngineOptions.SAMPLER.defaultText()),
          failed);
    }
    return Samplers.parentBased(Samplers.alwaysOn());
  }

  private Sampler byName(String name) {
    return switch (name) {
      case "always_on" -> Samplers.alwaysOn();
      case "always_off" -> Samplers.alwaysOff();
      case "traceidratio" -> Samplers.traceIdRatio(settings.get(EngineOptions.SAMPLER_RATIO));
      case "probability" -> Samplers.probability(settings.get(EngineOptions.SAMPLER_RATIO));
      case "ratelimited" ->
          Samplers.rateLimited(settings.get(EngineOptions.TRACES_PER_SECOND), nanoTime);
      case "adaptive" -> adaptive();
      case "tail" -> new Tail(settings);
      default -> added(name);
    };
  }

  private Sampler adaptive() {
    double spans = settings.get(EngineOptions.SPANS_PER_SECOND);
    double percent = settings.get(EngineOptions.OVERHEAD);
    return percent > 0
        ? Samplers.adaptive(spans, percent / 100, new RecordingCost(nanoTime), nanoTime)
        : Samplers.adaptive(spans, nanoTime);
  }

  /** From this library's class loader, or from the application's. */
  private Sampler added(String name) {
    Sampler sampler = added(name, SamplerProvider.class.getClassLoader());
    return sampler != null ? sampler : added(name, Thread.currentThread().getContextClassLoader());
  }

  private Sampler added(String name, ClassLoader loader) {
    Iterator<SamplerProvider> providers =
        ServiceLoader.load(SamplerProvider.class, loader).iterator();
    while (providers.hasNext()) {
      SamplerProvider provider = next(providers);
      if (provider != null && name.equals(provider.name())) {
        return provider.create(settings);
      }
    }
    return null;
  }

  /** {@code null} for one that cannot be loaded: it may not be the one that is looked for. */
  private static SamplerProvider next(Iterator<SamplerProvider> providers) {
    try {
      return providers.next();
    } catch (ServiceConfigurationError broken) {
      return null;
    }
  }
}
