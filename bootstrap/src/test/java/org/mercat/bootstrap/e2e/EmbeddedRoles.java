package org.mercat.bootstrap.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Ways into the embedded database of a data folder, with the passwords that it keeps. */
public final class EmbeddedRoles {
  private static final int LINE_OF_PORT = 3;

  private EmbeddedRoles() {}

  public static String url(Path data, String database) throws IOException {
    String port =
        Files.readAllLines(data.resolve("pg").resolve("postmaster.pid")).get(LINE_OF_PORT);
    return "jdbc:postgresql://localhost:%s/%s".formatted(port.strip(), database);
  }

  public static Connection connect(Path data, String database, String role)
      throws IOException, SQLException {
    return DriverManager.getConnection(
        url(data, database), role, Files.readString(data.resolve("secrets").resolve(role)));
  }
}
