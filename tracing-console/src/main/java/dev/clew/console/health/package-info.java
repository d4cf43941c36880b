// SPDX-License-Identifier: Apache-2.0
/** What a platform asks the collector about itself. */
package dev.clew.console.health;
