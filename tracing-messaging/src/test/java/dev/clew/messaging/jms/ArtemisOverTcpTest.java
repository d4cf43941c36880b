// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.ConnectionFactory;

class ArtemisOverTcpTest extends ArtemisContract {

  @Override
  protected ConnectionFactory provider() {
    return broker.overTcp();
  }
}
