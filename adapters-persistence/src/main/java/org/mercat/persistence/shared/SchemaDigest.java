package org.mercat.persistence.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The changelog with all its files, as one number; the database remembers the last one it took. */
record SchemaDigest(String hex) {

  private static final Pattern INCLUDED = Pattern.compile("file: ([^}\\s]+)");

  static SchemaDigest of(String changelog) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var master = read(changelog);
      digest.update(master);
      var included = INCLUDED.matcher(new String(master, StandardCharsets.UTF_8));
      while (included.find()) {
        digest.update(read(included.group(1)));
      }
      return new SchemaDigest(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }

  boolean isTaken(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var table = statement.executeQuery("select to_regclass('schema_digest') is not null")) {
      return table.next() && table.getBoolean(1) && isStored(connection);
    }
  }

  void store(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into schema_digest (digest) values (?)
            on conflict (only_row) do update set digest = excluded.digest""")) {
      statement.setString(1, hex);
      statement.executeUpdate();
    }
  }

  private boolean isStored(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("select from schema_digest where digest = ?")) {
      query.setString(1, hex);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static byte[] read(String resource) {
    try (var content = SchemaDigest.class.getClassLoader().getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException(
            "the changelog names a file that is not there: " + resource);
      }
      return content.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
