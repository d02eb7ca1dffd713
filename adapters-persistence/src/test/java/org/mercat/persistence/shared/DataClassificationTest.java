package org.mercat.persistence.shared;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/security/data.csv} says of each column that can hold more than ids, numbers,
 * times and words of the program's own; and that the database keeps it so.
 */
class DataClassificationTest {

  private static final Path FOLDER = Path.of("..", "docs", "security");

  /** The columns, each as table.column, and what their checks are. */
  private static final String COLUMNS =
      """
      with told as (
        select c.oid, a.attnum, c.relname || '.' || a.attname as name, t.typname,
               coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
                          where k.conrelid = c.oid and k.contype = 'c'
                            and k.conkey = array[a.attnum]), '') as rule
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          join pg_type t on t.oid = a.atttypid
         where c.relnamespace = current_schema()::regnamespace
           and c.relkind in ('r', 'p') and not c.relispartition
           and c.relname not in
             ('databasechangelog', 'databasechangeloglock', 'market_clock', 'scheduled_tasks',
              'schema_digest', 'rate_limit_bucket')
           and t.typname not in
             ('uuid', 'bool', 'int2', 'int4', 'int8', 'timestamptz', 'tstzrange', 'date', 'time')
           and a.attname <> 'currency')
      """;

  private record Row(String column, String level, String form, String kept, String wall) {

    String table() {
      return column.substring(0, column.indexOf('.'));
    }
  }

  private final List<Row> rows = rows();
  private Connection owner;

  @BeforeEach
  void connect() throws SQLException {
    owner = TestDatabase.owner().getConnection();
  }

  @AfterEach
  void disconnect() throws SQLException {
    owner.close();
  }

  @Test
  void every_column_that_can_hold_a_text_is_classified() {
    assertThat(rows.stream().map(Row::column))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            asked(
                "select name from told"
                    + " where rule !~ 'ARRAY\\[' and rule !~ '^CHECK \\(\\(\\w+ = '''"));
  }

  @Test
  void no_secret_is_kept_as_it_is() {
    assertThat(columns(row -> row.level().equals("secret") && row.form().equals("plain")))
        .isEmpty();
    assertThat(columns(row -> row.form().equals("sealed")))
        .isNotEmpty()
        .isSubsetOf(
            asked("select name from told where typname = 'bytea' or rule ~ '\\[0-9a-f\\]\\{2\\}'"));
    assertThat(columns(row -> row.level().equals("secret") && row.form().equals("digest")))
        .isNotEmpty()
        .isSubsetOf(asked("select name from told where rule ~ '\\[0-9a-f\\]\\{64\\}'"));
    assertThat(columns(row -> row.form().equals("hash")))
        .isNotEmpty()
        .isSubsetOf(asked("select name from told where rule ~ '''\\$%'''"));
  }

  @Test
  void who_has_not_signed_in_reads_what_is_personal_only_where_the_page_says_so() {
    var readable =
        asked(
            "select name from told"
                + " where has_column_privilege(database_role('guest'), oid, attnum, 'select')");

    assertThat(columns(row -> row.wall().equals("database")))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(readable);
    assertThat(columns(row -> row.wall().equals("answer"))).isNotEmpty().isSubsetOf(readable);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.wall().equals("-"))
                    .as(row.column())
                    .isEqualTo(Set.of("public", "internal").contains(row.level())));
  }

  @Test
  void nobody_deletes_the_books_and_what_is_kept_for_a_while_can_be_deleted() {
    var deletable =
        asked(
            "select distinct relname from pg_class c, unnest(array['guest', 'person', 'admin',"
                + " 'market', 'authenticator', 'calendar']) as role"
                + " where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')"
                + " and has_table_privilege(database_role(role), c.oid, 'delete')");

    assertThat(tables(row -> row.kept().equals("books")))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(deletable);
    assertThat(
            tables(
                row -> Set.of("session", "use", "days", "watch", "message").contains(row.kept())))
        .isNotEmpty()
        .isSubsetOf(deletable);
  }

  @Test
  void the_page_explains_every_word_of_the_list() throws IOException {
    var page = Files.readString(FOLDER.resolve("data.md"));

    assertThat(rows)
        .flatExtracting(Row::level, Row::form, Row::kept)
        .allSatisfy(word -> assertThat(page).contains("| `" + word + "` |"));
  }

  private Set<String> columns(Predicate<Row> which) {
    return rows.stream().filter(which).map(Row::column).collect(toCollection(TreeSet::new));
  }

  private Set<String> tables(Predicate<Row> which) {
    return rows.stream().filter(which).map(Row::table).collect(toCollection(TreeSet::new));
  }

  private List<String> asked(String query) {
    return Sql.column(owner, COLUMNS + query);
  }

  private static List<Row> rows() {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("data.csv"))) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(DataClassificationTest::row)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Row row(String[] cells) {
    assertThat(cells).hasSize(5);
    return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
  }
}
