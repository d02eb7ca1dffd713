package org.mercat.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files of the project, for tests that hold them or the pages to what the code says. */
final class Sources {

  static final Path ROOT = Path.of("..");

  private Sources() {}

  /** Every folder that is built. */
  static List<Path> modules() throws IOException {
    try (var folders = Files.list(ROOT)) {
      return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml"))).toList();
    }
  }

  /** The sources of the product that have something in their text. */
  static Set<Path> naming(Predicate<String> what) throws IOException {
    var texts = new TreeMap<Path, String>();
    for (var module : modules()) {
      texts.putAll(product(module));
    }
    texts.values().removeIf(what.negate());
    return texts.keySet();
  }

  /** The sources of the product in one module. */
  static SortedMap<Path, String> product(Path module) throws IOException {
    return texts(module.resolve(Path.of("src", "main")), ".java");
  }

  /** The files of a folder and of those in it. */
  static SortedMap<Path, String> texts(Path folder, String ending) throws IOException {
    var texts = new TreeMap<Path, String>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(ending)) {
          texts.put(file, Files.readString(file));
        }
      }
    }
    return texts;
  }

  /** The name of the type that a source is of. */
  static String type(Path source) {
    return source.getFileName().toString().replaceFirst("\\.java$", "");
  }

  /** A page of the documentation, by its path under docs. */
  static Path page(String... path) {
    return ROOT.resolve(Path.of("docs", path));
  }

  /** What a page says. */
  static String pageText(String... path) throws IOException {
    return Files.readString(page(path));
  }
}
