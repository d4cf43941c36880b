// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST resources of either application. */
@ApplicationPath("/api")
public class Api extends Application {}
