package org.mercat.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;

/** The roles of {@link DatabaseRole} in the database, beside the application's role. */
final class NamedRoles {

  /** Its grants can say since version 16 that a member has no right before it becomes the role. */
  private static final int GRANTS_WITH_OPTIONS = 16;

  private NamedRoles() {}

  /** Creates those that are missing and lets the application become each of them. */
  static void ensure(Connection owner, String applicationRole) throws SQLException {
    for (var role : DatabaseRole.values()) {
      var name = applicationRole + "_" + role.suffix();
      if (!holds(owner, "select exists (select from pg_roles where rolname = ?)", name)) {
        create(owner, name);
      }
      if (!holds(owner, "select pg_has_role(?, ?, 'member')", applicationRole, name)) {
        grant(owner, name, applicationRole);
      }
    }
  }

  /** Another database of the same server may be creating it, too. */
  private static void create(Connection owner, String name) throws SQLException {
    execute(
        owner,
        """
        do $$ begin
          create role %s nologin nosuperuser nobypassrls nocreatedb nocreaterole;
        exception when duplicate_object or unique_violation then null;
        end $$
        """
            .formatted(name));
  }

  private static void grant(Connection owner, String name, String applicationRole)
      throws SQLException {
    var options =
        owner.getMetaData().getDatabaseMajorVersion() >= GRANTS_WITH_OPTIONS
            ? " with inherit false, set true"
            : "";
    execute(owner, "grant %s to %s%s".formatted(name, applicationRole, options));
  }

  private static boolean holds(Connection owner, String question, String... names)
      throws SQLException {
    try (var query = owner.prepareStatement(question)) {
      for (var i = 0; i < names.length; i++) {
        query.setString(i + 1, names[i]);
      }
      try (var rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static void execute(Connection owner, String order) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(order);
    }
  }
}
