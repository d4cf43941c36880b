// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application of the contract in JAX-RS. */
public class ContractApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ContractResource.class,
        AsyncResource.class,
        EventResource.class,
        NestedResource.class,
        StrangeResource.class,
        ConflictMapper.class);
  }
}
