package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * How events travel. The same seed treats the same sequence of events in the same way.
 *
 * @param held whether nothing is delivered until somebody says so
 * @param delayMillis how long every event is on its way
 * @param shuffleMillis up to so much longer, so that they overtake each other
 * @param duplicatePermille so many of a thousand are sent twice
 * @param dropPermille of so many of a thousand the first try gets lost
 */
record DeliveryRules(
    boolean held,
    int delayMillis,
    int shuffleMillis,
    int duplicatePermille,
    int dropPermille,
    long seed) {

  static final DeliveryRules USUAL = new DeliveryRules(false, 200, 0, 0, 0, 0);

  static final int MOST_MILLIS = 60_000;
  static final int ALL = 1_000;

  /** What happens to one event. */
  record Journey(Instant dueAt, int copies, int misses) {}

  DeliveryRules {
    requireWithin(delayMillis, MOST_MILLIS);
    requireWithin(shuffleMillis, MOST_MILLIS);
    requireWithin(duplicatePermille, ALL);
    requireWithin(dropPermille, ALL);
  }

  /** The journey of the event with this number that happened now. */
  Journey journey(long number, Instant now) {
    var dice = new SplittableRandom(seed * 1_000_003 + number);
    var delay = delayMillis + dice.nextInt(shuffleMillis + 1);
    var copies = dice.nextInt(ALL) < duplicatePermille ? 2 : 1;
    var misses = dice.nextInt(ALL) < dropPermille ? 1 : 0;
    return new Journey(now.plusMillis(delay), copies, misses);
  }

  static DeliveryRules read(Connection connection) throws SQLException {
    return SandboxDatabase.one(connection, "select * from sandbox.delivery", DeliveryRules::of)
        .orElse(USUAL);
  }

  DeliveryRules stored(Connection connection) throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            update sandbox.delivery
               set held = ?, delay_millis = ?, shuffle_millis = ?,
                   duplicate_permille = ?, drop_permille = ?, seed = ?
            """,
            held,
            delayMillis,
            shuffleMillis,
            duplicatePermille,
            dropPermille,
            seed));
    return this;
  }

  static DeliveryRules of(ResultSet row) throws SQLException {
    return new DeliveryRules(
        row.getBoolean("held"),
        row.getInt("delay_millis"),
        row.getInt("shuffle_millis"),
        row.getInt("duplicate_permille"),
        row.getInt("drop_permille"),
        row.getLong("seed"));
  }

  private static void requireWithin(int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("out of [0, " + most + "]: " + value);
    }
  }
}
