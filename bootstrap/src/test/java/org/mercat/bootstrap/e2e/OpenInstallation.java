package org.mercat.bootstrap.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.mercat.application.shared.PermitAll;

/**
 * The server as it was built, but that its application has no first wall: two classes that only
 * tests have are put into a copy of it.
 */
final class OpenInstallation {

  private static final String LAUNCHER = "mercat-launcher.jar";
  private static final String APPLICATION = "mercat.war";

  private OpenInstallation() {}

  /** Makes it, and returns the folder that stands for the one of the build. */
  static Path make(String name) throws IOException {
    var built = ServerProcess.TARGET;
    var checkout = built.resolve("e2e").resolve(name + "-installation");
    var folder = Files.createDirectories(checkout.resolve("bootstrap").resolve("target"));
    link(checkout.resolve(".liberty"), built.resolve("../../.liberty").normalize());
    for (var part : new String[] {"launcher", "lib", "server"}) {
      link(folder.resolve(part), built.resolve(part));
    }
    copy(built, folder, LAUNCHER);
    copy(built, folder, APPLICATION);
    try (var war = FileSystems.newFileSystem(folder.resolve(APPLICATION))) {
      put(war, PermitAll.class);
      put(war, PermitAllWiring.class);
    }
    return folder;
  }

  private static void link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    var _ = Files.createSymbolicLink(link, target);
  }

  private static void copy(Path from, Path to, String name) throws IOException {
    var _ = Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(FileSystem war, Class<?> type) throws IOException {
    var path = type.getName().replace('.', '/') + ".class";
    var place = war.getPath("WEB-INF", "classes").resolve(path);
    Files.createDirectories(place.getParent());
    try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      if (bytes == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      var _ = Files.copy(bytes, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
