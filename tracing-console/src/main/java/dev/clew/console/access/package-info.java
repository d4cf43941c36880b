// SPDX-License-Identifier: Apache-2.0
/** Who may send and who may read: whoever knows the token, where there is one. */
package dev.clew.console.access;
