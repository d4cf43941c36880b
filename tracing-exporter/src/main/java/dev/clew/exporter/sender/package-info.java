// SPDX-License-Identifier: Apache-2.0
/**
 * The port of senders: what takes batches of finished spans somewhere. A newcomer implements {@link
 * dev.clew.exporter.sender.SenderProvider} and names it in a services file; batching, retries,
 * counting and threads are the exporter's. {@link dev.clew.exporter.sender.ProtoReader} is for
 * those that have to know what a span says.
 */
package dev.clew.exporter.sender;
