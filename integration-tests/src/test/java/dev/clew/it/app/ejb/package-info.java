// SPDX-License-Identifier: Apache-2.0
/** An application of enterprise beans, of every kind. */
package dev.clew.it.app.ejb;
