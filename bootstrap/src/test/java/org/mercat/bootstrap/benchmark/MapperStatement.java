package org.mercat.bootstrap.benchmark;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A statement of one of the server's mappers, word for word, run through bare JDBC. */
record MapperStatement(String sql, List<String> names, boolean answersRows) {

  private static final Pattern NAME = Pattern.compile("#\\{([\\w.]+)}");
  private static final Pattern UNDERSCORE = Pattern.compile("_(\\w)");

  /** The statement of a method of a mapper, which is named from {@code org.mercat.persistence}. */
  static MapperStatement of(String mapper, String method) {
    var annotated = method("org.mercat.persistence." + mapper, method);
    var select = annotated.getAnnotation(Select.class);
    if (select != null) {
      return of(select.value(), true);
    }
    var insert = annotated.getAnnotation(Insert.class);
    return of(
        insert == null ? annotated.getAnnotation(Update.class).value() : insert.value(), false);
  }

  private static MapperStatement of(String[] lines, boolean answersRows) {
    var text = String.join(" ", lines);
    var names = NAME.matcher(text).results().map(match -> match.group(1)).toList();
    return new MapperStatement(NAME.matcher(text).replaceAll("?"), names, answersRows);
  }

  private static Method method(String mapper, String name) {
    try {
      return Arrays.stream(Class.forName(mapper).getMethods())
          .filter(method -> method.getName().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(mapper + " has no " + name));
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(mapper, gone);
    }
  }

  /** Runs it and reads every column of every row that it answers. */
  void run(Connection connection, Function<String, @Nullable Object> values) throws SQLException {
    try (var statement = prepared(connection, values)) {
      if (answersRows) {
        try (var rows = statement.executeQuery()) {
          read(rows);
        }
      } else if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("nothing was changed by " + sql);
      }
    }
  }

  /** The one row that it answers, its columns named as the mapper's records name them. */
  Map<String, @Nullable Object> row(
      Connection connection, Function<String, @Nullable Object> values) throws SQLException {
    try (var statement = prepared(connection, values);
        var rows = statement.executeQuery()) {
      return rows(rows).getFirst();
    }
  }

  static List<Map<String, @Nullable Object>> rows(ResultSet rows) throws SQLException {
    var columns = rows.getMetaData();
    var found = new ArrayList<Map<String, @Nullable Object>>();
    while (rows.next()) {
      var row = new HashMap<String, @Nullable Object>();
      for (var column = 1; column <= columns.getColumnCount(); column++) {
        row.put(component(columns.getColumnLabel(column)), value(rows.getObject(column)));
      }
      found.add(row);
    }
    return found;
  }

  private static void read(ResultSet rows) throws SQLException {
    var columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (var column = 1; column <= columns; column++) {
        var _ = rows.getObject(column);
      }
    }
  }

  private PreparedStatement prepared(
      Connection connection, Function<String, @Nullable Object> values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var index = 0; index < names.size(); index++) {
      set(statement, index + 1, values.apply(names.get(index)));
    }
    return statement;
  }

  private static void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      default -> statement.setObject(index, value);
    }
  }

  private static @Nullable Object value(@Nullable Object column) {
    return switch (column) {
      case Timestamp time -> time.toInstant();
      case PGobject json -> json.getValue();
      case null, default -> column;
    };
  }

  private static String component(String column) {
    return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
