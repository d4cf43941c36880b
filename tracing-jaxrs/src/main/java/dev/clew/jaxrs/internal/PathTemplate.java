// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import java.util.regex.Pattern;

/**
 * A URI template as in {@code @Path}, in one spelling: a slash before each part, none at the end,
 * and variables without their regular expressions, as in {@code /orders/{id}}. Immutable.
 */
public final class PathTemplate {

  /** Regular expressions may need much time and stack for long paths. */
  private static final int MAX_PATH = 2048;

  private final String text;
  private final Pattern pattern;
  private final int literalCharacters;
  private final int variables;

  private PathTemplate(Parser parsed) {
    this.text = parsed.text.toString();
    this.pattern = Pattern.compile(parsed.pattern.append("/?").toString());
    this.literalCharacters = parsed.literalCharacters;
    this.variables = parsed.variables;
  }

  /**
   * The template of several one below the other: class, locators, method.
   *
   * @param parts {@code null} and empty ones are left out
   * @throws java.util.regex.PatternSyntaxException if a variable's regular expression is none
   */
  public static PathTemplate of(String... parts) {
    Parser parser = new Parser();
    for (String part : parts) {
      if (part != null) {
        parser.add(part);
      }
    }
    return new PathTemplate(parser);
  }

  /** Empty for the root, else beginning with a slash. */
  public String text() {
    return text;
  }

  int literalCharacters() {
    return literalCharacters;
  }

  int variables() {
    return variables;
  }

  /** Whether a whole path is one of these, with or without the slash it begins with. */
  public boolean matches(String path) {
    if (path == null || path.length() > MAX_PATH) {
      return false;
    }
    return pattern.matcher(path.startsWith("/") ? path : '/' + path).matches();
  }

  @Override
  public String toString() {
    return text;
  }

  /** Reads templates one after the other. */
  private static final class Parser {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private int literalCharacters;
    private int variables;
    private boolean slashDue;

    void add(String part) {
      slashDue = true;
      int i = 0;
      while (i < part.length()) {
        char c = part.charAt(i);
        if (c == '/') {
          slashDue = true;
          i++;
        } else if (c == '{') {
          i = variable(part, i);
        } else {
          literal(c);
          i++;
        }
      }
    }

    private void literal(char c) {
      slashIfDue();
      text.append(c);
      if (c < 128 && !Character.isLetterOrDigit(c)) {
        pattern.append('\\');
      }
      pattern.append(c);
      literalCharacters++;
    }

    /** Returns where the text goes on after a variable that begins here. */
    private int variable(String part, int start) {
      slashIfDue();
      int end = closing(part, start);
      String inside = part.substring(start + 1, end);
      int colon = inside.indexOf(':');
      text.append('{').append(colon < 0 ? inside.trim() : inside.substring(0, colon).trim());
      text.append('}');
      pattern.append("(?:").append(colon < 0 ? "[^/]+" : inside.substring(colon + 1).trim());
      pattern.append(')');
      variables++;
      return Math.min(end + 1, part.length());
    }

    private void slashIfDue() {
      if (slashDue) {
        text.append('/');
        pattern.append('/');
        literalCharacters++;
        slashDue = false;
      }
    }

    /** Regular expressions may have braces of their own. */
    private static int closing(String part, int start) {
      int depth = 0;
      for (int i = start; i < part.length(); i++) {
        char c = part.charAt(i);
        if (c == '{') {
          depth++;
        } else if (c == '}' && --depth == 0) {
          return i;
        }
      }
      return part.length();
    }
  }
}
