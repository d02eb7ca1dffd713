package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.payments.sandbox.DeliveryRules.Journey;

/**
 * An event on its way to the application.
 *
 * @param number in the order in which they happened
 * @param object what has changed
 */
record EventRow(
    long number,
    String id,
    String type,
    String object,
    String body,
    State state,
    int attempts,
    Journey journey,
    Instant createdAt) {

  /** How far it has come. */
  enum State {
    PENDING,
    DELIVERED,
    /** Somebody did not want it to arrive. */
    DROPPED,
    /** It was never taken; nobody tries again. */
    DEAD
  }

  /** A node that sends an event has it for itself for so long. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final int BATCH = 20;
  private static final int MOST = 100;
  private static final int TRIES = 20;
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  static EventRow read(ResultSet row) throws SQLException {
    return new EventRow(
        row.getLong("number"),
        row.getString("id"),
        row.getString("type"),
        row.getString("object"),
        row.getString("body"),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        new Journey(
            SandboxDatabase.instant(row, "due_at"), row.getInt("copies"), row.getInt("misses")),
        SandboxDatabase.instant(row, "created_at"));
  }

  Instant dueAt() {
    return journey.dueAt();
  }

  void add(Connection connection) throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            insert into sandbox.event
              (number, id, type, object, body, state, attempts, copies, misses, created_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            number,
            id,
            type,
            object,
            body,
            state,
            attempts,
            journey.copies(),
            journey.misses(),
            createdAt,
            journey.dueAt()));
  }

  static Optional<EventRow> find(Connection connection, String id) throws SQLException {
    return SandboxDatabase.one(
        connection, "select * from sandbox.event where id = ?", EventRow::read, id);
  }

  /** The newest first. */
  static List<EventRow> newest(Connection connection) throws SQLException {
    return SandboxDatabase.all(
        connection,
        "select * from sandbox.event order by number desc limit " + MOST,
        EventRow::read);
  }

  /** In the order in which they happened. */
  static List<EventRow> pending(Connection connection) throws SQLException {
    return SandboxDatabase.all(
        connection,
        "select * from sandbox.event where state = 'PENDING' order by number limit " + MOST,
        EventRow::read);
  }

  /** When the next event is due, if there is one. */
  static Optional<Instant> nextDue(Connection connection) throws SQLException {
    return SandboxDatabase.one(
        connection,
        """
        select due_at from sandbox.event where state = 'PENDING' order by due_at, number limit 1
        """,
        row -> SandboxDatabase.instant(row, "due_at"));
  }

  /** Takes events that are due, for this node alone, and counts the try. */
  static List<EventRow> lease(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.all(
        connection,
        """
        update sandbox.event e
           set due_at = ?, attempts = attempts + 1
          from (select number from sandbox.event
                 where state = 'PENDING' and due_at <= ?
                 order by due_at, number
                 limit %d
                   for update skip locked) due
         where e.number = due.number
        returning e.*
        """
            .formatted(BATCH),
        EventRow::read,
        now.plus(LEASE),
        now);
  }

  /** Ends its journey, unless it has ended before. */
  boolean end(Connection connection, State end) throws SQLException {
    return SandboxDatabase.change(
            connection,
            "update sandbox.event set state = ? where number = ? and state = 'PENDING'",
            end,
            number)
        == 1;
  }

  /** It did not arrive: to be tried again later, or never. */
  void failed(Connection connection, Instant now) throws SQLException {
    var next = attempts >= TRIES ? State.DEAD : State.PENDING;
    var _ =
        SandboxDatabase.change(
            connection,
            """
            update sandbox.event set state = ?, due_at = ? where number = ? and state = 'PENDING'
            """,
            next,
            now.plus(rest()),
            number);
  }

  /** One second, two, four and so on, an hour at the most. */
  private Duration rest() {
    var doubled = Duration.ofSeconds(1L << Math.min(Math.max(attempts - 1, 0), 12));
    return doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled;
  }
}
