// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules match, and how they are read. */
class RulesTest {

  private static final Service SHOP =
      new Service("shop", "AWS::ECS::Container", "arn:aws:ecs:eu-central-1:1:task/a");

  private static final String LOCAL =
      """
      {"version": 2,
       "rules": [
         {"description": "health", "host": "*", "http_method": "GET", "url_path": "/health",
          "fixed_target": 0, "rate": 0.0},
         {"host": "*.example.com", "http_method": "*", "url_path": "/pay/*",
          "fixed_target": 3, "rate": 1}
       ],
       "default": {"fixed_target": 2, "rate": 0.1}}
      """;

  private static final String CENTRAL =
      """
      {"SamplingRuleRecords": [
        {"SamplingRule": {"RuleName": "Default", "Priority": 10000, "FixedRate": 0.05,
          "ReservoirSize": 1, "ServiceName": "*", "ServiceType": "*", "Host": "*",
          "HTTPMethod": "*", "URLPath": "*", "ResourceARN": "*", "Version": 1, "Attributes": {}}},
        {"SamplingRule": {"RuleName": "gold", "Priority": 1, "FixedRate": 1, "ReservoirSize": 9,
          "ServiceName": "SHOP", "ServiceType": "AWS::ECS::*", "Host": "shop.example.???",
          "HTTPMethod": "P*", "URLPath": "/pay", "ResourceARN": "arn:aws:ecs:*", "Version": 1,
          "Attributes": {"tenant": "gold*"},
          "SamplingRateBoost": {"MaxRate": 0.5, "CooldownWindowMinutes": 5}}},
        {"SamplingRule": {"RuleName": "of another version", "Priority": 1, "FixedRate": 1,
          "ReservoirSize": 1, "Version": 2}},
        {"SamplingRule": {"RuleName": "impossible", "FixedRate": 7, "Version": 1}}
      ], "NextToken": null}
      """;

  @ParameterizedTest
  @CsvSource({
    "*,anything,true",
    "*,'',true",
    "'','',true",
    "'',a,false",
    "?,a,true",
    "?,'',false",
    "/a/*/c,/A/b/b/C,true",
    "/a/*/c,/a/c,false",
    "*.com,x.com.org.com,true",
    "a*b*c,aXXbXXb,false",
    "a.c,abc,false",
    "**,x,true",
  })
  void starsAndQuestionMarksStandForCharacters(String pattern, String text, boolean matches) {
    assertThat(new Wildcard(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void whatIsNotKnownMatchesAStarOnly() {
    assertThat(Wildcard.ANY.matches(null)).isTrue();
    assertThat(new Wildcard("**").matches(null)).isFalse();
  }

  @Test
  void wildcardsAgreeWithRegularExpressions() {
    Random random = new Random(42);
    for (int i = 0; i < 100_000; i++) {
      String pattern = letters(random, "ab*?.", 8);
      String text = letters(random, "abAB.", 10);
      String expression = pattern.replace(".", "\\.").replace("*", ".*").replace("?", ".");
      boolean expected =
          Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(text).matches();
      assertThat(new Wildcard(pattern).matches(text))
          .as("'%s' and '%s'", pattern, text)
          .isEqualTo(expected);
    }
  }

  @Test
  void manyStarsCostNoMoreThanPatternTimesText() {
    assertThat(new Wildcard("*a".repeat(2000) + "b").matches("a".repeat(20_000))).isFalse();
  }

  @Test
  void centralRulesAreOrderedByPriorityAndTheFirstThatMatchesDecides() {
    RuleBook book = RuleBook.EMPTY.changedTo(ApiJson.rules(Fields.parse(CENTRAL)), 0);

    assertThat(book.rules())
        .extracting(rule -> rule.rule().name())
        .containsExactly("gold", "Default");
    assertThat(book.rules().get(0).rule().boosted()).isTrue();
    assertThat(matched(book, gold("tenant", "Golden"), SHOP)).isEqualTo("gold");
    assertThat(matched(book, gold("tenant", "silver"), SHOP)).isEqualTo("Default");
    assertThat(matched(book, gold("other", "Golden"), SHOP)).isEqualTo("Default");
    assertThat(matched(book, gold("tenant", "gold"), new Service("shop", null, null)))
        .isEqualTo("Default");
    assertThat(matched(book, Start.of("POST", "/pay", "shop.example.com"), SHOP))
        .isEqualTo("Default");
  }

  @ParameterizedTest
  @CsvSource({
    "http.target,/pay?card=1",
    "url.full,https://shop.example.com/pay?x",
    "http.url,http://u@shop.example.com:80/pay",
  })
  void pathsAreFoundInAddresses(String key, String value) {
    Conditions conditions = Conditions.ofRequest(Wildcard.ANY, new Wildcard("/pay"), Wildcard.ANY);

    assertThat(conditions.match(new Start(1, Map.of(key, value)), SHOP)).isTrue();
    assertThat(conditions.match(new Start(1, Map.of(key, value + "/more")), SHOP))
        .isEqualTo(value.contains("?"));
  }

  @Test
  void localRulesAreReadInTheirOrder() {
    RuleBook book = RuleBook.local(LocalRules.parse(LOCAL));

    assertThat(matched(book, Start.of("GET", "/health", "x"), SHOP)).isEqualTo("local 1");
    assertThat(matched(book, Start.of("POST", "/pay/1", "a.example.com"), SHOP))
        .isEqualTo("local 2");
    assertThat(matched(book, Start.of("POST", "/pay/1", "example.org"), SHOP)).isEqualTo("local");
    assertThat(book.rules().get(1).rule().reservoir()).isEqualTo(3);
  }

  @Test
  void localRulesOfTheFirstVersionNameTheHostOtherwise() {
    String first =
        LOCAL.replace("\"version\": 2", "\"version\": 1").replace("\"host\"", "\"service_name\"");

    assertThat(LocalRules.parse(first)).isEqualTo(LocalRules.parse(LOCAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\": 3, \"default\": {\"fixed_target\": 1, \"rate\": 0.1}}",
        "{\"version\": 2}",
        "{\"version\": 2, \"default\": {\"fixed_target\": 1, \"rate\": 1.1}}",
        "{\"version\": 2, \"default\": {\"fixed_target\": -1, \"rate\": 0.1}}",
        "{\"version\": 2, \"default\": {\"rate\": 0.1}}",
        "{\"version\": 2, \"rules\": [{\"fixed_target\": 1, \"rate\": 0.1}], \"default\": {\"fixed_target\": 1, \"rate\": 0.1}}",
      })
  void whatIsNoFileOfLocalRulesIsRefused(String json) {
    assertThatThrownBy(() -> LocalRules.parse(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void damagedDocumentsAreReadOrRefusedAndNothingElse() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String local = damaged(random, LOCAL);
      String central = damaged(random, CENTRAL);
      readOrRefused(() -> LocalRules.parse(local));
      readOrRefused(() -> ApiJson.rules(Fields.parse(central)));
      readOrRefused(() -> ApiJson.targets(Fields.parse(central)).targets());
    }
  }

  private static void readOrRefused(Supplier<List<?>> reading) {
    try {
      assertThat(reading.get()).isNotNull();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  /** A few characters are others, are missing or come twice. */
  private static String damaged(Random random, String text) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && damaged.length() > 0; i--) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(4)) {
        case 0 -> damaged.setCharAt(at, "{}[]\",:0-e*\u0000\ud800".charAt(random.nextInt(13)));
        case 1 -> damaged.deleteCharAt(at);
        case 2 -> damaged.insert(at, damaged.substring(at, Math.min(at + 9, damaged.length())));
        default -> damaged.setLength(Math.max(1, at));
      }
    }
    return damaged.toString();
  }

  private static Start gold(String attribute, String value) {
    return new Start(
        1,
        Map.of(
            "http.request.method",
            "POST",
            "url.path",
            "/pay",
            "server.address",
            "shop.example.com",
            attribute,
            value));
  }

  private static String matched(RuleBook book, Start start, Service service) {
    return book.match(start, service).rule().name();
  }

  private static String letters(Random random, String alphabet, int most) {
    StringBuilder letters = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return letters.toString();
  }
}
