// SPDX-License-Identifier: Apache-2.0
/** What the rooms of this module share. Nothing here is for others. */
package dev.clew.jaxrs.internal;
