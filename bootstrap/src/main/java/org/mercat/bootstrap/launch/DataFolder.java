package org.mercat.bootstrap.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The folder with everything that survives a restart; open in one launcher at a time. */
final class DataFolder implements AutoCloseable {
  private static final int PASSWORD_BYTES = 24;
  private static final int DATA_KEY_BYTES = 32;

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /** Makes the folder when it is missing and takes it for this process. */
  static DataFolder open(Path root) throws CannotStart {
    try {
      if (!Files.exists(root)) {
        Files.createDirectories(root);
        closeToOthers(root, "rwx------");
      }
      Files.createDirectories(root.resolve("logs"));
      Path database = root.resolve("pg");
      if (Files.exists(database) && !Files.isWritable(database)) {
        throw unusable(root, new IOException(database + " belongs to somebody else"));
      }
      return lock(root);
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  private static DataFolder lock(Path root) throws IOException, CannotStart {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw alreadyRunning(root, e);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw alreadyRunning(root, null);
    }
    return new DataFolder(root, channel, lock);
  }

  Path root() {
    return root;
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name);
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  /** The file with the password of a role: made at the first start, readable by its owner only. */
  Path passwordFile(String role) throws IOException {
    return secretFile(role, PASSWORD_BYTES, HexFormat.of()::formatHex);
  }

  String password(String role) throws IOException {
    return Files.readString(passwordFile(role));
  }

  /** The file with what secrets in the database are sealed with; made as a password is. */
  Path dataKeyFile() throws IOException {
    return secretFile("data-key", DATA_KEY_BYTES, Base64.getEncoder()::encodeToString);
  }

  private Path secretFile(String name, int bytes, Function<byte[], String> form)
      throws IOException {
    Path file = root.resolve("secrets").resolve(name);
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      byte[] secret = new byte[bytes];
      new SecureRandom().nextBytes(secret);
      Path draft = file.resolveSibling(name + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(draft);
      closeToOthers(draft, "rw-------");
      Files.writeString(draft, form.apply(secret));
      Files.move(draft, file);
    }
    return file;
  }

  private static void closeToOthers(Path file, String rights) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }

  private static CannotStart unusable(Path root, IOException cause) {
    String why =
        cause instanceof AccessDeniedException denied
            ? "no right to write " + denied.getFile()
            : String.valueOf(cause.getMessage());
    return new CannotStart(
        CannotStart.Reason.FOLDER_UNUSABLE,
        "The data folder %s cannot be used (%s). Choose another with MERCAT_DATA_DIR."
            .formatted(root, why),
        cause);
  }

  private static CannotStart alreadyRunning(Path root, @Nullable Throwable cause) {
    String message = "Mercat already runs on the data folder " + root + ".";
    return cause == null
        ? new CannotStart(CannotStart.Reason.ALREADY_RUNNING, message)
        : new CannotStart(CannotStart.Reason.ALREADY_RUNNING, message, cause);
  }
}
