package org.mercat.bootstrap.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.tenancy.TenantId;

/** The transactions that a request of one kind makes, one after the other. */
record Script(List<List<Call>> transactions) {

  /** What one request is about. */
  record Order(UUID booking, Instant from, Duration length, String key, String words) {
    Instant to() {
      return from.plus(length);
    }

    /** Another id of the same moment; the same one for the same number. */
    UUID beside(int number) {
      return new UUID(
          booking.getMostSignificantBits(),
          booking.getLeastSignificantBits() ^ ((long) number << BITS_THAT_COUNT_UP));
    }
  }

  /** What a statement is given for a name. */
  @FunctionalInterface
  interface Value {
    @Nullable Object of(Order order);
  }

  /** A statement with its values, by the names that the mapper gives them. */
  record Call(MapperStatement statement, Map<String, Value> values) {

    void run(Connection connection, Order order) throws SQLException {
      statement.run(connection, name -> named(values, name).of(order));
    }
  }

  /** The value of that name, which has to be there. */
  static Value named(Map<String, Value> values, String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no value for %s in %s".formatted(name, values.keySet()));
    }
    return value;
  }

  /** Ids of one millisecond follow each other in their last bits. */
  private static final int BITS_THAT_COUNT_UP = 40;

  private static final Call TENANT =
      new Call(
          MapperStatement.of("shared.TenantMapper", "enter"),
          Map.of(
              "role",
              _ -> "market",
              "tenant",
              _ -> TenantId.DEFAULT.value(),
              "person",
              _ -> UUID.randomUUID()));

  /** Each transaction enters the tenant first, as every unit of work does. */
  static Script of(List<List<Call>> transactions) {
    return new Script(
        transactions.stream()
            .map(
                calls -> {
                  var all = new ArrayList<Call>();
                  all.add(TENANT);
                  all.addAll(calls);
                  return List.copyOf(all);
                })
            .toList());
  }

  void run(Connections connections, Order order) throws SQLException {
    for (var calls : transactions) {
      try (var connection = connections.open()) {
        for (var call : calls) {
          call.run(connection, order);
        }
        connection.commit();
      }
    }
  }

  /** Where the connections of a script come from. */
  @FunctionalInterface
  interface Connections {
    Connection open() throws SQLException;
  }

  /**
   * Values like those of a row that is there: wherever it has the one booking, the order has its
   * own.
   */
  static Map<String, Value> like(Map<String, @Nullable Object> row, UUID booking) {
    var values = new HashMap<String, Value>();
    row.forEach((name, value) -> values.put(name, like(value, booking)));
    return values;
  }

  static Value like(@Nullable Object value, UUID booking) {
    var text = booking.toString();
    return switch (value) {
      case UUID id when id.equals(booking) -> Order::booking;
      case String words when words.contains(text) ->
          order -> words.replace(text, order.booking().toString());
      case null, default -> _ -> value;
    };
  }
}
