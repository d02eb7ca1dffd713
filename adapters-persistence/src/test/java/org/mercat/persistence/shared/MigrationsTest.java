package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataSource owner = TestDatabase.emptyDatabase();
  private final String role = "app_" + UUID.randomUUID().toString().replace('-', '_');

  @Test
  void several_nodes_may_start_on_an_empty_database() throws SQLException {
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts =
          Stream.generate(() -> CompletableFuture.runAsync(this::start, nodes)).limit(3).toList();

      assertThat(starts).allSatisfy(start -> assertThat(start).succeedsWithin(PATIENCE));
    }

    assertThat(query("select name from tenant")).containsExactly("Mercat");
  }

  @Test
  void a_start_on_a_database_that_is_ready_changes_nothing() throws SQLException {
    start();
    var before = query("select id || dateexecuted from databasechangelog order by orderexecuted");

    start();

    assertThat(query("select id || dateexecuted from databasechangelog order by orderexecuted"))
        .isEqualTo(before);
  }

  @Test
  void a_database_that_went_through_another_changelog_goes_through_this_one() throws SQLException {
    start();
    var digest = query("select digest from schema_digest");
    execute("update schema_digest set digest = repeat('0', 64)");
    execute("delete from databasechangelog where filename like '%schema-digest.sql'");

    assertThatThrownBy(this::start).hasRootCauseInstanceOf(SQLException.class);
    execute("drop table schema_digest");
    start();

    assertThat(query("select digest from schema_digest")).isEqualTo(digest);
  }

  @Test
  void a_missing_role_is_created_and_may_log_in_and_nothing_else() throws SQLException {
    Migrations.prepareRoles(owner, role, "a secret of the test");

    assertThat(
            query(
                """
                select concat_ws(' ', rolcanlogin, rolsuper, rolbypassrls, rolcreaterole,
                                 rolcreatedb, rolreplication)
                  from pg_roles where rolname = '%s'\
                """
                    .formatted(role)))
        .containsExactly("t f f f f f");
  }

  @Test
  void the_password_is_kept_as_a_verifier() throws SQLException {
    Migrations.prepareRoles(owner, role, "a secret of the test");

    assertThat(password()).startsWith("SCRAM-SHA-256$");
  }

  @Test
  void a_role_that_is_there_keeps_its_password() throws SQLException {
    Migrations.prepareRoles(owner, role, "a secret of the test");
    var before = password();

    Migrations.prepareRoles(owner, role, "another one");

    assertThat(password()).isEqualTo(before);
  }

  @Test
  void another_role_may_take_the_place_of_the_first() throws SQLException {
    start();
    Migrations.prepareRoles(owner, role, "a secret of the test");

    Migrations.run(owner, role);

    assertThat(query("select has_table_privilege('%s', 'outbox_event', 'insert')".formatted(role)))
        .containsExactly("t");
  }

  @Test
  void a_role_that_nobody_admitted_is_told_how() throws SQLException {
    start();
    execute("create role " + role);

    assertThatThrownBy(() -> Migrations.run(owner, role))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("grant mercat_app to " + role);
  }

  @Test
  void a_name_that_is_no_plain_word_is_refused() {
    assertThatThrownBy(() -> Migrations.run(owner, "app; drop table tenant"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_file_is_in_the_changelog() throws IOException {
    var resources = Path.of("src", "main", "resources");
    var changelog = Files.readString(resources.resolve(Path.of("db", "changelog.yaml")));

    try (var files = Files.walk(resources.resolve(Path.of("db", "changelog")))) {
      assertThat(files.filter(Files::isRegularFile).map(resources::relativize).toList())
          .isNotEmpty()
          .allSatisfy(file -> assertThat(changelog).contains("file: " + file));
    }
  }

  private void start() {
    Migrations.run(owner, "mercat_app");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = owner.getConnection()) {
      Sql.execute(connection, sql);
    }
  }

  private String password() throws SQLException {
    try (var connection = TestDatabase.superuser().getConnection()) {
      return Sql.column(
              connection, "select rolpassword from pg_authid where rolname = '%s'".formatted(role))
          .getFirst();
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (var connection = owner.getConnection()) {
      return Sql.column(connection, sql);
    }
  }
}
