// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.courier;

import jakarta.ejb.Local;
import java.util.concurrent.Future;

/** A business interface, which does not say that its methods are asynchronous. */
@Local
public interface PostOffice {

  Future<String> stamp(String letter);
}
