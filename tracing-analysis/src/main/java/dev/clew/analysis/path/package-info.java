// SPDX-License-Identifier: Apache-2.0
/**
 * Where the time of a trace goes: the critical path, which is what the last result had to wait for,
 * and the time that spans spend themselves instead of in their children.
 */
package dev.clew.analysis.path;
