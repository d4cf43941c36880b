// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import jakarta.ws.rs.core.EntityTag;

/**
 * A file of the page.
 *
 * @param content not to be changed
 * @param type its media type
 * @param tag another one when the content is another
 */
record PageFile(byte[] content, String type, EntityTag tag) {}
