// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Baggage is an interface: an implementation may hold anything, and any amount of it. */
class BaggageWriterTest {

  @Test
  void looksAtABoundedNumberOfEntriesThatCannotBeWritten() {
    Huge baggage = new Huge("\u00e9".repeat(8000));
    assertThat(BaggageWriter.write(baggage)).isEmpty();
    assertThat(baggage.looks).isEqualTo(64);
  }

  @Test
  void looksAtABoundedNumberOfEntriesThatCan() {
    Huge baggage = new Huge("v");
    assertThat(BaggageWriter.write(baggage).split(",")).hasSize(64);
    assertThat(baggage.looks).isEqualTo(64);
  }

  /** Counts how many of its 10,000 entries are looked at. */
  private static final class Huge implements Baggage {
    private final String value;
    private int looks;

    Huge(String value) {
      this.value = value;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super BaggageEntry> consumer) {
      for (int i = 0; i < 10_000; i++) {
        consumer.accept("k" + i, new Entry());
      }
    }

    @Override
    public int size() {
      return 10_000;
    }

    @Override
    public Map<String, BaggageEntry> asMap() {
      throw new AssertionError("makes a copy");
    }

    @Override
    public String getEntryValue(String entryKey) {
      return value;
    }

    @Override
    public BaggageBuilder toBuilder() {
      throw new AssertionError("makes a copy");
    }

    private final class Entry implements BaggageEntry {
      @Override
      public String getValue() {
        looks++;
        return value;
      }

      @Override
      public BaggageEntryMetadata getMetadata() {
        return BaggageEntryMetadata.empty();
      }
    }
  }
}
