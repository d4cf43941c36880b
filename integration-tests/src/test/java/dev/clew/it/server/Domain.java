// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The domain of one run on a server of the GlassFish family. Such a server looks for its domains
 * below its own files, so the run has a home of its own: links to the files of the distribution,
 * which stays as it was unpacked, and a copy of its domain.
 */
final class Domain {

  private static final String CONFIG = "//config[@name='server-config']";

  private final Path file;
  private final Document document;
  private final XPath xpath = XPathFactory.newInstance().newXPath();

  private Domain(Path directory) throws IOException {
    file = directory.resolve("config/domain.xml");
    try {
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Files.newInputStream(file));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /**
   * Makes the home of a run, in place of that of the run before.
   *
   * @param distribution as unpacked
   */
  static Domain create(Path distribution, Path home) throws IOException {
    delete(home);
    Path domains = Path.of("glassfish", "domains");
    try (Stream<Path> all = Files.walk(distribution)) {
      for (Path from : (Iterable<Path>) all::iterator) {
        Path name = distribution.relativize(from);
        Path to = home.resolve(name);
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else if (name.startsWith(domains)) {
          Files.copy(from, to);
        } else {
          Files.createLink(to, from);
        }
      }
    }
    return new Domain(home.resolve(domains).resolve("domain1"));
  }

  private static void delete(Path home) throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> all = Files.walk(home)) {
        for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      }
    }
  }

  /** Where libraries for all applications are. */
  Path libraries() {
    return file.getParent().resolveSibling("lib");
  }

  /** Moves all ports, and opens them for this machine only. */
  void listen(int offset) {
    each(
        CONFIG + "//*[self::network-listener or self::iiop-listener or self::jmx-connector]",
        listener -> {
          add(listener, "port", offset);
          listener.setAttribute("address", "127.0.0.1");
        });
    each(
        CONFIG + "/system-property[@name='JMS_PROVIDER_PORT']",
        property -> add(property, "value", offset));
    each("//hazelcast-runtime-configuration", cluster -> add(cluster, "das-port", offset));
  }

  private static void add(Element element, String attribute, int offset) {
    int port = Integer.parseInt(element.getAttribute(attribute));
    element.setAttribute(attribute, Integer.toString(port + offset));
  }

  /** Adds an option of the server's JVM, in place of one that starts alike. */
  void option(String start, String rest) {
    each(
        CONFIG + "/java-config/jvm-options[starts-with(., '" + start + "')]",
        option -> option.getParentNode().removeChild(option));
    each(
        CONFIG + "/java-config",
        java -> {
          Element option = document.createElement("jvm-options");
          option.setTextContent(start + rest);
          java.appendChild(option);
        });
  }

  /** Makes a connection pool one of an H2 database in memory. */
  void poolOfH2(String name, String database) {
    each(
        "//jdbc-connection-pool[@name='" + name + "']",
        pool -> {
          pool.setTextContent("");
          pool.setAttribute("datasource-classname", "org.h2.jdbcx.JdbcDataSource");
          Element url = document.createElement("property");
          url.setAttribute("name", "URL");
          url.setAttribute("value", "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
          pool.appendChild(url);
        });
  }

  /** Says which contexts the default ContextService propagates, comma-separated. */
  void contextService(String contexts) {
    String name = "concurrent/__defaultContextService";
    each(
        "/domain/resources",
        resources -> {
          Element service = document.createElement("context-service");
          service.setAttribute("jndi-name", name);
          service.setAttribute("object-type", "system-all");
          service.setAttribute("context-info", contexts);
          resources.appendChild(service);
        });
    each(
        "/domain/servers/server",
        server -> {
          Element reference = document.createElement("resource-ref");
          reference.setAttribute("ref", name);
          server.appendChild(reference);
        });
  }

  private void each(String path, Consumer<Element> change) {
    try {
      NodeList found = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
      for (int i = 0; i < found.getLength(); i++) {
        change.accept((Element) found.item(i));
      }
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  void save() {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
