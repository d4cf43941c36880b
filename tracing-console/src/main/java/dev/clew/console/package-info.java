// SPDX-License-Identifier: Apache-2.0
/**
 * The collector: takes traces by OTLP/HTTP, keeps them, answers questions about them. What it is
 * sent is OTLP, whoever sends it. It is itself traced, as any application; only {@code own} and
 * those who put things together know of that.
 */
package dev.clew.console;
