// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.engine.sampler.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules at work, by priority. Immutable, but for what its rules count.
 *
 * @param rules the first that matches decides
 */
record RuleBook(List<LiveRule> rules) {

  static final RuleBook EMPTY = new RuleBook(List.of());

  /** One whose rules have reservoirs of their own, in the order given. */
  static RuleBook local(List<SamplingRule> given) {
    return new RuleBook(given.stream().map(LiveRule::local).toList());
  }

  /**
   * One of new rules, where those of names that are known go on with what they have.
   *
   * @param reportDue when X-Ray is told of the others for the first time
   */
  RuleBook changedTo(List<SamplingRule> given, long reportDue) {
    Map<String, LiveRule> known = new HashMap<>();
    rules.forEach(rule -> known.put(rule.rule().name(), rule));
    List<LiveRule> next = new ArrayList<>();
    given.stream()
        .sorted(SamplingRule.ORDER)
        .forEach(
            rule -> {
              LiveRule before = known.get(rule.name());
              next.add(before == null ? LiveRule.central(rule, reportDue) : before.changedTo(rule));
            });
    return new RuleBook(List.copyOf(next));
  }

  /** {@code null} where none matches. */
  LiveRule match(Candidate candidate, Service service) {
    for (LiveRule rule : rules) {
      if (rule.rule().conditions().match(candidate, service)) {
        return rule;
      }
    }
    return null;
  }

  /** {@code null} where there is none of that name. */
  LiveRule named(String name) {
    for (LiveRule rule : rules) {
      if (rule.rule().name().equals(name)) {
        return rule;
      }
    }
    return null;
  }
}
