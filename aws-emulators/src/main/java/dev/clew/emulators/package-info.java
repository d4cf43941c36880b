// SPDX-License-Identifier: Apache-2.0
/**
 * Services of AWS, emulated on free ports of the loopback interface. Others run them in their own
 * process, or all of them in one of its own. Nothing here is part of Clew.
 */
package dev.clew.emulators;
