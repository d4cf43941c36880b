// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.aws.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What X-Ray's API says in JSON (X-Ray API Reference, GetSamplingRules and GetSamplingTargets).
 * Reading throws {@link IllegalArgumentException} where a document is none.
 */
final class ApiJson {

  private static final String RULE_NAME = "RuleName";
  private static final String TIMESTAMP = "Timestamp";
  private static final double NOT_SAID = -1;

  private ApiJson() {}

  static byte[] rulesRequest(String nextToken) {
    return JsonText.bytes(nextToken.isEmpty() ? Map.of() : Map.of("NextToken", nextToken));
  }

  /** Empty on the last page. */
  static String nextToken(Fields answer) {
    return answer.text("NextToken", "");
  }

  /** The rules of a page; those that cannot be understood are left out. */
  static List<SamplingRule> rules(Fields answer) {
    List<SamplingRule> rules = new ArrayList<>();
    for (Fields each : answer.list("SamplingRuleRecords")) {
      Fields rule = each.within("SamplingRule");
      if (rule.has(RULE_NAME) && rule.number("Version", 1) == 1) {
        try {
          rules.add(rule(rule));
        } catch (IllegalArgumentException unusable) {
          // X-Ray may have rules that later versions of this understand.
        }
      }
    }
    return rules;
  }

  private static SamplingRule rule(Fields rule) {
    Map<String, Wildcard> attributes = new LinkedHashMap<>();
    Fields patterns = rule.within("Attributes");
    patterns.members().keySet().forEach(key -> attributes.put(key, patterns.wildcard(key)));
    return new SamplingRule(
        rule.text(RULE_NAME, ""),
        (int) rule.number("Priority", Integer.MAX_VALUE),
        (int) rule.number("ReservoirSize", 0),
        rule.number("FixedRate", 0),
        rule.has("SamplingRateBoost"),
        new Conditions(
            rule.wildcard("ServiceName"),
            rule.wildcard("ServiceType"),
            rule.wildcard("ResourceARN"),
            rule.wildcard("HTTPMethod"),
            rule.wildcard("URLPath"),
            rule.wildcard("Host"),
            Map.copyOf(attributes)));
  }

  static byte[] targetsRequest(
      List<Statistics> statistics, String clientId, String service, long epochMillis) {
    double now = epochMillis / 1000.0;
    Map<String, Object> request = new LinkedHashMap<>();
    request.put(
        "SamplingStatisticsDocuments",
        statistics.stream().map(each -> document(each, clientId, now)).toList());
    List<Map<String, Object>> boosts =
        statistics.stream()
            .filter(Statistics::boosted)
            .map(each -> boostDocument(each, service, now))
            .toList();
    if (!boosts.isEmpty()) {
      request.put("SamplingBoostStatisticsDocuments", boosts);
    }
    return JsonText.bytes(request);
  }

  private static Map<String, Object> document(Statistics each, String clientId, double now) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(RULE_NAME, each.rule());
    document.put("ClientID", clientId);
    document.put(TIMESTAMP, now);
    document.put("RequestCount", each.requests());
    document.put("SampledCount", each.sampled());
    document.put("BorrowCount", each.borrowed());
    return document;
  }

  private static Map<String, Object> boostDocument(Statistics each, String service, double now) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(RULE_NAME, each.rule());
    document.put("ServiceName", service);
    document.put(TIMESTAMP, now);
    document.put("TotalCount", each.requests());
    document.put("AnomalyCount", each.failedOfAll());
    document.put("SampledAnomalyCount", each.failed());
    return document;
  }

  static SamplingApi.Targets targets(Fields answer) {
    Set<String> unprocessed =
        answer.list("UnprocessedStatistics").stream()
            .map(each -> each.text(RULE_NAME, ""))
            .collect(Collectors.toSet());
    return new SamplingApi.Targets(
        answer.millis("LastRuleModification"),
        answer.list("SamplingTargetDocuments").stream().map(ApiJson::target).toList(),
        unprocessed);
  }

  private static Target target(Fields document) {
    Fields boost = document.within("SamplingBoost");
    boolean hasQuota = document.has("ReservoirQuota") && document.has("ReservoirQuotaTTL");
    return new Target(
        document.text(RULE_NAME, ""),
        document.number("FixedRate", NOT_SAID),
        (long) (hasQuota ? document.number("ReservoirQuota", NOT_SAID) : NOT_SAID),
        document.millis("ReservoirQuotaTTL"),
        document.millis("Interval"),
        boost.number("BoostRate", NOT_SAID),
        boost.millis("BoostRateTTL"));
  }
}
