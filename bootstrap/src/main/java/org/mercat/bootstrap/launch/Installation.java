package org.mercat.bootstrap.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Properties;

/** Where the build has put the parts of the server. */
record Installation(String version, Path runtime, Path war, Path configuration, Path libraries) {

  /** Found from the place of the launcher's own jar, which the build puts beside the others. */
  static Installation find() {
    try (InputStream stream = Installation.class.getResourceAsStream("launcher.properties")) {
      if (stream == null) {
        throw new IllegalStateException("launcher.properties is not in the launcher's jar");
      }
      Properties properties = new Properties();
      properties.load(stream);
      Path jar =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = jar.resolveSibling("").toAbsolutePath().normalize();
      Path checkout = target.resolve("../..").normalize();
      return new Installation(
          properties.getProperty("version"),
          checkout.resolve(".liberty").resolve(properties.getProperty("liberty")).resolve("wlp"),
          target.resolve("mercat.war"),
          target.resolve("server").resolve("server.xml"),
          target.resolve("lib"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
