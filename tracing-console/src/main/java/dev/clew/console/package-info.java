// SPDX-License-Identifier: Apache-2.0
/**
 * The collector: takes traces by OTLP/HTTP, keeps them, answers questions about them. It knows no
 * engine and no exporter: what it is sent is OTLP, whoever sends it.
 */
package dev.clew.console;
