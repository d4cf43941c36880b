// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

/**
 * What a server answered.
 *
 * @param retryAfter the header of that name; {@code null} where there is none
 * @param body nothing where it was too long or did not arrive
 * @param keep whether the connection can be used again
 */
record HttpAnswer(int status, String retryAfter, byte[] body, boolean keep) {

  HttpAnswer withoutConnection() {
    return new HttpAnswer(status, retryAfter, body, false);
  }
}
