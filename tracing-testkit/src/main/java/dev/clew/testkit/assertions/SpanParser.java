// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import io.opentelemetry.api.trace.SpanKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a tree says of one span: {@code shop: POST /orders (server)}. Not thread-safe. */
final class SpanParser {

  private static final String ERROR = "error";
  private static final Set<String> WORDS = words();

  /** A name, and in parentheses after a space what may be said of it. */
  private static final Pattern REMARKED =
      Pattern.compile("(.*\\S)\\s+\\(([\\w ,]*)\\)", Pattern.DOTALL);

  private final Notation in;

  SpanParser(Notation in) {
    this.in = in;
  }

  /**
   * Reads what tells one span from others.
   *
   * @throws TreeSyntaxException if that is not the notation of one span
   */
  static SpanPattern parse(String text) {
    Notation in = new Notation(text);
    in.skipSpace();
    SpanPattern span = new SpanParser(in).parse();
    in.skipSpace();
    if (!in.ended()) {
      throw in.wrong("one span is asked for; a name with '" + in.peek() + "' needs quotes");
    }
    return span;
  }

  SpanPattern parse() {
    int start = in.position();
    String service = null;
    Name name = name();
    in.skipSpace();
    if (in.accept(":")) {
      service = name.text;
      in.skipSpace();
      name = name();
    }
    int named = in.position();
    String remarks = name.quoted ? remarksAfterQuotes() : "";
    Matcher remarked = REMARKED.matcher(name.text);
    if (!name.quoted && remarked.matches() && isRemarks(remarked.group(2))) {
      name = new Name(remarked.group(1), false);
      remarks = remarked.group(2);
    }
    return pattern(in.since(start).strip(), service, name, remarks, named);
  }

  private SpanPattern pattern(
      String text, String service, Name name, String remarks, int position) {
    Set<String> said = new HashSet<>(split(remarks));
    boolean error = said.remove(ERROR);
    if (said.size() > 1 || !WORDS.containsAll(said)) {
      throw in.wrong("(" + remarks + ") is not one kind of span, and perhaps 'error'", position);
    }
    SpanKind kind =
        said.stream()
            .map(s -> SpanKind.valueOf(s.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElse(null);
    Pattern pattern = name.quoted ? SpanPattern.literal(name.text) : SpanPattern.glob(name.text);
    return new SpanPattern(text, service, pattern, kind, error);
  }

  private record Name(String text, boolean quoted) {}

  private Name name() {
    char first = in.peek();
    return first == '"' || first == '\'' ? quoted() : plain();
  }

  private Name quoted() {
    int start = in.position();
    char quote = in.next();
    StringBuilder text = new StringBuilder();
    while (in.peek() != quote) {
      in.accept("\\");
      if (in.ended()) {
        throw in.wrong("nothing closes this quote", start);
      }
      text.append(in.next());
    }
    in.next();
    return new Name(text.toString(), true);
  }

  private String remarksAfterQuotes() {
    in.skipSpace();
    int start = in.position() + 1;
    if (!in.accept("(")) {
      return "";
    }
    while (!in.ended() && in.peek() != ')') {
      in.next();
    }
    String remarks = in.since(start);
    if (!in.accept(")")) {
      throw in.wrong("no ')' closes this", start - 1);
    }
    return remarks;
  }

  /** What is in brackets that belong to a name, as in {@code /orders/{id}}, is of the name. */
  private Name plain() {
    int start = in.position();
    while (!in.ended() && !endsName()) {
      refuseList(start);
      bracketed();
    }
    String text = in.since(start).strip();
    if (text.isEmpty()) {
      throw in.wrong("a name is missing");
    }
    int line = text.indexOf('\n');
    if (line >= 0) {
      throw in.wrong("a ',' or a '>' is missing at the end of the line", start + line);
    }
    return new Name(text, false);
  }

  /** Without its '>', a list would be a part of the name before it. */
  private void refuseList(int start) {
    if (in.position() > start
        && (in.peek() == '[' || in.peek() == '{' && Character.isWhitespace(in.peek(-1)))) {
      throw in.wrong("a '>' is missing here, or quotes around the name");
    }
  }

  /** Goes over a character, and over all that is in brackets if it opens some. */
  private void bracketed() {
    int open = in.position();
    char close = in.peek() == '(' ? ')' : in.peek() == '{' ? '}' : '\0';
    in.next();
    while (close != '\0' && in.peek() != close) {
      if (in.ended()) {
        throw in.wrong("no '" + close + "' closes this; such a name needs quotes", open);
      }
      bracketed();
    }
    in.accept(String.valueOf(close));
  }

  private boolean endsName() {
    char next = in.peek();
    return next == '>'
        || next == ','
        || next == ']'
        || next == '}'
        || next == ':' && Character.isWhitespace(in.peek(1));
  }

  private static boolean isRemarks(String text) {
    return split(text).stream().anyMatch(WORDS::contains);
  }

  private static List<String> split(String remarks) {
    return Arrays.stream(remarks.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static Set<String> words() {
    Set<String> words =
        Arrays.stream(SpanKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    words.add(ERROR);
    return words;
  }
}
