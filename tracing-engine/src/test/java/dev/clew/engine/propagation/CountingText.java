// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/** A text that counts how many of its characters are looked at, taking each part copied in full. */
final class CountingText implements CharSequence {

  private final String text;
  private long looks;

  CountingText(String text) {
    this.text = text;
  }

  long looks() {
    return looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    looks++;
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    looks += end - start;
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    looks += text.length();
    return text;
  }
}
