// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import java.util.List;

/** What nobody should name a span, and somebody will. */
final class Hostile {

  static final List<String> TEXTS =
      List.of(
          "<script>window.hit = 1</script>",
          "<img src=x onerror=\"window.hit = 1\">",
          "\"><svg/onload=window.hit=1>",
          "javascript:window.hit=1",
          "${window.hit = 1}{{window.hit = 1}}",
          "<!--?lit$123$--><iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
          "\u001b[31mred\u001b[0m\u0007\u0000",
          "\u202egnp.exe \u2066\u200b",
          "__proto__",
          "x".repeat(1_000_000));

  private Hostile() {}
}
