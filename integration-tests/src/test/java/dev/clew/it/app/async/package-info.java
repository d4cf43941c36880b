// SPDX-License-Identifier: Apache-2.0
/** An application that leaves work to other threads, in every way that there is. */
package dev.clew.it.app.async;
