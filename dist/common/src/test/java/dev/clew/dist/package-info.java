// SPDX-License-Identifier: Apache-2.0
/** What is expected of every server-wide installation; each server's module runs it. */
package dev.clew.dist;
