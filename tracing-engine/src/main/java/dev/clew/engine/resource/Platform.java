// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import java.util.Locale;

/** Java's names of processors and operating systems as the semantic conventions have them. */
final class Platform {

  private Platform() {}

  static String arch(String osArch) {
    String arch = osArch.toLowerCase(Locale.ROOT);
    return switch (arch) {
      case "amd64", "x86_64", "x64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      case "arm", "arm32" -> "arm32";
      case "x86", "i386", "i486", "i586", "i686" -> "x86";
      case "ppc" -> "ppc32";
      case "ppc64", "ppc64le" -> "ppc64";
      default -> arch;
    };
  }

  /** Empty for a system that the conventions do not know. */
  static String osType(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    return switch (name.isEmpty() ? "" : name.split("[ /]", 2)[0]) {
      case "linux" -> "linux";
      case "windows" -> "windows";
      case "mac", "darwin" -> "darwin";
      case "freebsd" -> "freebsd";
      case "netbsd" -> "netbsd";
      case "openbsd" -> "openbsd";
      case "dragonflybsd" -> "dragonflybsd";
      case "hp-ux" -> "hpux";
      case "aix" -> "aix";
      case "sunos", "solaris" -> "solaris";
      case "z" -> "zos";
      default -> "";
    };
  }
}
