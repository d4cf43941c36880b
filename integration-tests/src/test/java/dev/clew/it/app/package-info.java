// SPDX-License-Identifier: Apache-2.0
/** The applications that are deployed: {@code front}, which calls {@code back}. */
package dev.clew.it.app;
