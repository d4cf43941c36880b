// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import java.util.function.Consumer;

/** Looks for one kind of finding. Keeps nothing. */
interface Detector {

  void find(TraceView view, Consumer<Insight> found);
}
