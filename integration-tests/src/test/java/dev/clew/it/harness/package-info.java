// SPDX-License-Identifier: Apache-2.0
/** What tests on a server need: ports, archives, a receiver of spans, a look into its JVM. */
package dev.clew.it.harness;
