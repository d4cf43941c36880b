// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** Gives the container's DataSource to other beans. */
@Dependent
public class StockSource {

  @Produces @Resource private DataSource stock;
}
