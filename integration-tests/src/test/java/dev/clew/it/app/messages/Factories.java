// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.jms.ConnectionFactory;

/** Gives a connection factory of the container to other beans. */
@Dependent
public class Factories {

  @Produces
  @Resource(lookup = Destinations.FACTORY)
  private ConnectionFactory produced;
}
