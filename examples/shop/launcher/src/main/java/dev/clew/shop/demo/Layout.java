// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the build puts things.
 *
 * @param root the clone
 * @param server the directory that the server's distribution unpacks to, for example {@code
 *     wildfly-39.0.1.Final}
 */
public record Layout(Path root, String server) {

  /** Of the clone that {@code shop.root} names, or else the current directory. */
  public static Layout here() {
    Properties built = new Properties();
    try (InputStream in = Layout.class.getResourceAsStream("built.properties")) {
      built.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path root = Path.of(System.getProperty("shop.root", "")).toAbsolutePath();
    return new Layout(root, built.getProperty("server"));
  }

  /** The server's distribution, unpacked. */
  public Path serverHome() {
    return root.resolve("target/servers").resolve(server);
  }

  /** Each run's own directory is in here. */
  Path runs() {
    return root.resolve("target/demo");
  }

  Path launcherJar() {
    return root.resolve("examples/shop/launcher/target/shop-launcher.jar");
  }

  /** The collector; what it runs with is in {@code lib} beside it. */
  Path collectorJar() {
    return root.resolve("tracing-console/target/tracing-console.jar");
  }

  /**
   * The class path of the emulators of AWS. Not in the jar's manifest: tests that have it on theirs
   * would get all of it.
   */
  String emulatorsClassPath() {
    return emulatorsJar() + File.pathSeparator + emulatorsJar().resolveSibling("lib") + "/*";
  }

  Path emulatorsJar() {
    return root.resolve("aws-emulators/target/aws-emulators.jar");
  }

  /** Where Kinesis is installed to, once. */
  Path kinesisHome() {
    return root.resolve("target/kinesis-local");
  }

  /** The service that stands in front of the others on AWS. */
  Path market() {
    return root.resolve("examples/shop/market/target/market.war");
  }

  /** The archive of one of the shop's services. */
  public Path service(String name) {
    return root.resolve("examples/shop/launcher/target/services/shop-" + name + ".war");
  }

  /** As short as it can be said from the clone. */
  Path shown(Path file) {
    return file.startsWith(root) ? root.relativize(file) : file;
  }
}
