// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.courier;

import dev.clew.api.Traced;
import jakarta.ejb.Stateless;

/** Works for whoever calls, on their thread. */
@Stateless
public class Clerk {

  @Traced(operationName = "file")
  public void file(String paper) {}
}
