// SPDX-License-Identifier: Apache-2.0
/** An application of asynchronous enterprise beans. */
package dev.clew.it.app.courier;
