// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** At the root of the archive. */
@ApplicationPath("/")
public class ProductsApplication extends Application {}
