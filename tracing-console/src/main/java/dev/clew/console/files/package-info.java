// SPDX-License-Identifier: Apache-2.0
/** What the JDK leaves to do about files. */
package dev.clew.console.files;
