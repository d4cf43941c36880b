// SPDX-License-Identifier: Apache-2.0

/**
 * The page that shows what was collected: its files, as they are, and those of the libraries that
 * it uses. What it shows comes from {@code dev.clew.console.query}.
 */
package dev.clew.console.web;
