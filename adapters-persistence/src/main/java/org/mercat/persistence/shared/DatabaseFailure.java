package org.mercat.persistence.shared;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PortUnavailable;

/** What a failure of the database means to those who asked. */
final class DatabaseFailure {

  /** Serialization failure, deadlock, lock time-out, and a key or exclusion nobody answered for. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "23P01", "23505");

  /** Connection lost, out of resources, stopped or cancelled by an operator, disk, read-only. */
  private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

  private static final String READ_ONLY = "25006";

  private DatabaseFailure() {}

  static RuntimeException translated(RuntimeException failure) {
    return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst()
        .map(cause -> translated(failure, cause))
        .orElse(failure);
  }

  private static RuntimeException translated(RuntimeException failure, SQLException cause) {
    var state = cause.getSQLState() == null ? "" : cause.getSQLState();
    if (CONFLICTS.contains(state)) {
      var conflict = new ConcurrencyConflict("the database refused to interleave: " + state);
      conflict.addSuppressed(failure);
      return conflict;
    }
    if (cause instanceof SQLTransientConnectionException
        || state.equals(READ_ONLY)
        || (state.length() == 5 && OUTAGES.contains(state.substring(0, 2)))) {
      return new PortUnavailable("the database does not answer: " + state, failure);
    }
    return failure;
  }
}
