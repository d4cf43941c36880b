// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules for when X-Ray is out of reach, as a JSON file of the X-Ray SDK's format, versions 1 and 2:
 * {@code rules} in their order, each with {@code host} (version 1: {@code service_name}), {@code
 * http_method}, {@code url_path}, {@code fixed_target} and {@code rate}, and {@code default} with
 * the last two.
 */
final class LocalRules {

  /** One a second, and 5 % of all others (X-Ray, "Default sampling rule"). */
  static final List<SamplingRule> USUAL =
      List.of(new SamplingRule("local", 0, 1, 0.05, false, conditions("*", "*", "*")));

  private static final String TARGET = "fixed_target";
  private static final String RATE = "rate";

  private LocalRules() {}

  /**
   * Reads a file's text.
   *
   * @throws IllegalArgumentException where it is no such file, saying why
   */
  static List<SamplingRule> parse(String json) {
    Fields file = Fields.parse(json);
    double version = file.number("version", 0);
    if (version != 1 && version != 2) {
      throw new IllegalArgumentException("version is neither 1 nor 2");
    }
    String host = version == 1 ? "service_name" : "host";
    List<SamplingRule> rules = new ArrayList<>();
    for (Fields rule : file.list("rules")) {
      if (!rule.has(host) || !rule.has("http_method") || !rule.has("url_path")) {
        throw new IllegalArgumentException("a rule lacks " + host + ", http_method or url_path");
      }
      String name = "local " + (rules.size() + 1);
      Conditions conditions =
          Conditions.ofRequest(
              rule.wildcard("http_method"), rule.wildcard("url_path"), rule.wildcard(host));
      rules.add(rule(name, rule, conditions));
    }
    rules.add(rule("local", file.within("default"), conditions("*", "*", "*")));
    return rules;
  }

  private static SamplingRule rule(String name, Fields rule, Conditions conditions) {
    double target = rule.number(TARGET, -1);
    double rate = rule.number(RATE, -1);
    if (target < 0) {
      throw new IllegalArgumentException("a rule, or the default, has no " + TARGET);
    }
    return new SamplingRule(name, 0, (int) target, rate, false, conditions);
  }

  private static Conditions conditions(String method, String path, String host) {
    return Conditions.ofRequest(new Wildcard(method), new Wildcard(path), new Wildcard(host));
  }
}
