// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import java.util.List;
import java.util.SplittableRandom;

/** Makes header values: mutated valid ones, valid parts in any order, and noise. */
final class FuzzText {

  /** Separators, digits, and what has gone wrong in parsers before. */
  private static final String CHARACTERS =
      "-,;=:%@ \t0123456789abcdefABCDEFxyz_*/.\"\\\r\n\u0000\u007f\u00e9\u0130\u0661\uff11"
          + "\u2028\ud83e\uddf6\uffff";

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();

  FuzzText(SplittableRandom random) {
    this.random = random;
  }

  String next(FuzzFormat format) {
    text.setLength(0);
    int kind = random.nextInt(10_000);
    if (kind < 6000) {
      text.append(any(format.examples));
      for (int i = random.nextInt(5); i > 0; i--) {
        mutate(format);
      }
    } else if (kind < 8500) {
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(any(format.parts));
      }
    } else if (kind < 9998) {
      for (int i = random.nextInt(64); i > 0; i--) {
        text.append(anyCharacter());
      }
    } else {
      String part = any(format.parts) + any(format.parts);
      text.append(any(format.examples)).append(part.repeat(random.nextInt(20_000) / part.length()));
    }
    return text.toString();
  }

  private void mutate(FuzzFormat format) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(4));
    switch (random.nextInt(6)) {
      case 0 -> text.insert(at, anyCharacter());
      case 1 -> text.delete(at, end);
      case 2 -> text.insert(at, text.substring(at, end));
      case 3 -> text.insert(at, any(format.parts));
      case 4 -> text.setLength(at);
      default -> text.replace(at, end, String.valueOf(anyCharacter()));
    }
  }

  private char anyCharacter() {
    return random.nextInt(8) == 0
        ? (char) random.nextInt(1 << 16)
        : CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
