// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import dev.clew.console.store.duckdb.DuckStoreBean;
import dev.clew.console.store.dynamodb.DynamoStoreBean;
import java.util.Set;

/** Which store there is: beans of the others are not there. */
final class Stores {

  private static final Set<Class<?>> ALL = Set.of(DuckStoreBean.class, DynamoStoreBean.class);

  private Stores() {}

  /** Whether that is the bean of a store which was not chosen. */
  static boolean leaveOut(Class<?> bean, Settings settings) {
    return ALL.contains(bean) && bean != bean(settings);
  }

  /** The bean that gives what writes and what reads. */
  static Class<?> bean(Settings settings) {
    return switch (settings.get(ConsoleOptions.STORE)) {
      case DUCKDB -> DuckStoreBean.class;
      case DYNAMODB -> DynamoStoreBean.class;
    };
  }
}
