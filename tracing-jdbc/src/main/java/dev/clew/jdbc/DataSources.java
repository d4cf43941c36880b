// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.inject.ResourceKind;
import dev.clew.instrument.runtime.Tracing;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.sql.DataSource;

/** The DataSources that the container gives to an application. */
final class DataSources implements ResourceKind {

  private static final int PLACES = 16;

  /**
   * What was put around the last ones, for beans that are made for each request: it knows by then
   * which database it is.
   */
  private final AtomicReferenceArray<TracedDataSource> known = new AtomicReferenceArray<>(PLACES);

  @Override
  public Set<Class<?>> types() {
    return Set.of(DataSource.class);
  }

  @Override
  public Object traced(Object given) {
    int place = System.identityHashCode(given) & PLACES - 1;
    TracedDataSource kept = known.get(place);
    if (kept != null && kept.delegate == given) {
      return kept;
    }
    return isEnabled() ? trace((DataSource) given, place) : given;
  }

  private DataSource trace(DataSource given, int place) {
    DataSource traced = TracedDataSource.of(given);
    if (traced != given) {
      known.set(place, (TracedDataSource) traced);
    }
    return traced;
  }

  @Override
  public Object bare(Object traced) {
    return traced instanceof TracedDataSource source ? source.delegate : traced;
  }

  private static boolean isEnabled() {
    return Tracing.current().settings().get(JdbcOptions.ENABLED);
  }
}
