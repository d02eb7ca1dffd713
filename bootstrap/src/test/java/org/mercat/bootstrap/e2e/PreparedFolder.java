package org.mercat.bootstrap.e2e;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data folder that has its first start behind it, made once for each build: most tests have no
 * need of a first start of their own, which takes more than twice as long as the next, and begin
 * with a copy.
 */
final class PreparedFolder {

  private static final Path FOLDERS = ServerProcess.TARGET.resolve("e2e");
  private static final Path PREPARED = FOLDERS.resolve("prepared");

  /** What the folder was made by: another build makes another. */
  private static final Path MADE_BY = FOLDERS.resolve("prepared.made-by");

  private PreparedFolder() {}

  /** Puts a copy in the place of a folder, which may be there. */
  static void copyTo(Path folder) throws IOException {
    makeOnce();
    delete(folder);
    copy(PREPARED, folder);
  }

  /** The tests of the other process wait as long. */
  private static void makeOnce() throws IOException {
    Files.createDirectories(FOLDERS);
    var build = Files.getLastModifiedTime(ServerProcess.TARGET.resolve("mercat.war")).toString();
    try (var channel = FileChannel.open(FOLDERS.resolve("prepared.lock"), CREATE, WRITE);
        var _ = channel.lock()) {
      if (!Files.exists(MADE_BY) || !Files.readString(MADE_BY).equals(build)) {
        make();
        Files.writeString(MADE_BY, build);
      }
    }
  }

  private static void make() throws IOException {
    try (var server = ServerProcess.firstStart(PREPARED.getFileName().toString(), Map.of())) {
      server.awaitReady();
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      var _ = Files.walkFileTree(folder, new Deletion());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var _ = Files.copy(file, to.resolve(from.relativize(file).toString()), COPY_ATTRIBUTES);
      }
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
        throws IOException {
      Files.delete(dir);
      return FileVisitResult.CONTINUE;
    }
  }
}
