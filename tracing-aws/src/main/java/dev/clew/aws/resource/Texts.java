// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts among the members of JSON, each by its name; of those that come again, the first. */
final class Texts {

  private static final Pattern MEMBER =
      Pattern.compile("\"(\\w{1,64})\"\\s{0,16}:\\s{0,16}\"([^\"\\\\]{0,2048}+)\"");

  private final Map<String, String> members = new HashMap<>();

  Texts(String json) {
    Matcher member = MEMBER.matcher(json);
    while (member.find()) {
      members.putIfAbsent(member.group(1), member.group(2));
    }
  }

  /** Empty where there is none. */
  String get(String name) {
    return members.getOrDefault(name, "");
  }
}
