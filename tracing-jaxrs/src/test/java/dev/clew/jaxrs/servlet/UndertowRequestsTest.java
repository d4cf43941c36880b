// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.jaxrs.app.UndertowWar;
import java.net.URI;

class UndertowRequestsTest extends ServletRequests {

  private UndertowWar war;

  @Override
  URI start() throws Exception {
    war = UndertowWar.start(UndertowServletTest::deploy);
    return war.base();
  }

  @Override
  void stop() throws Exception {
    war.stop();
  }
}
