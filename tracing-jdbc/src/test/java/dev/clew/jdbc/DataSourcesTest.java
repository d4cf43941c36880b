// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.TracingExtension;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DataSourcesTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private final DataSources sources = new DataSources();

  @Test
  void sourceThatIsInjectedAgainKeepsWhatIsAroundIt() {
    DataSource given = new EmbeddedDataSource();

    assertThat(sources.traced(given))
        .isInstanceOf(TracedDataSource.class)
        .isSameAs(sources.traced(given));
  }

  @Test
  void eachSourceHasItsOwnHoweverManyThereAre() {
    IntStream.range(0, 100)
        .forEach(
            i -> {
              DataSource given = new EmbeddedDataSource();
              assertThat(sources.bare(sources.traced(given))).isSameAs(given);
            });
  }

  @Test
  void sourceThatSaysItEqualsAnotherIsNotTakenForIt() {
    DataSource given = new EqualsAll();
    DataSource other = new EqualsAll();
    sources.traced(given);

    assertThat(sources.bare(sources.traced(other))).isSameAs(other);
  }

  /** As a source of an application may be. */
  private static final class EqualsAll extends EmbeddedDataSource {

    private static final long serialVersionUID = 1;

    @Override
    public boolean equals(Object other) {
      return true;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
