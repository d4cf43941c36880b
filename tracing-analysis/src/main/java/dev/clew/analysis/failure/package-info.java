// SPDX-License-Identifier: Apache-2.0
/** Where errors come from, and how far they got. */
package dev.clew.analysis.failure;
