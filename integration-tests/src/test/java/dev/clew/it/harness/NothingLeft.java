// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that did not look at all its spans, or whose spans are not as they should be. */
public final class NothingLeft implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(OtlpReceiver.shared().leftovers()).isEmpty();
  }
}
