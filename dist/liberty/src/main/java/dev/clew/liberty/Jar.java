// SPDX-License-Identifier: Apache-2.0
package dev.clew.liberty;

import com.ibm.ws.container.service.app.deploy.ContainerInfo;
import com.ibm.wsspi.adaptable.module.Container;

/** A jar of the drop-in, as one of the libraries of a web module. */
record Jar(String name, Container container) implements ContainerInfo {

  @Override
  public Type getType() {
    return Type.WEB_INF_LIB;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Container getContainer() {
    return container;
  }
}
