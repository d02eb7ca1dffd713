package org.mercat.persistence.metric;

/** Something of the market that can be counted, and what two tenants have of it together. */
public enum Measure {
  /** Bookings, by where they are. */
  BOOKINGS(Together.SUM),
  /** Bookings whose time is kept until they are paid. */
  OPEN_HOLDS(Together.SUM),
  /** Money in escrow in minor units, by currency. */
  ESCROW_HELD(Together.SUM),
  /** Events of the gateway, by state, but those that are done. */
  GATEWAY_EVENTS(Together.SUM),
  /** How many seconds the oldest open event of the gateway has been waiting. */
  GATEWAY_EVENT_AGE(Together.MOST),
  /** Calls of the gateway without an outcome, by state. */
  OPEN_OPERATIONS(Together.SUM),
  /** How many seconds ago the first of them was made. */
  OPEN_OPERATION_AGE(Together.MOST),
  /** Messages to people, by state, but those that were sent. */
  MESSAGES(Together.SUM),
  /** How many seconds the message that has been due longest has been waiting. */
  MESSAGE_AGE(Together.MOST),
  /** What may have been an attack within the last hour, by what it was. */
  SECURITY_EVENTS(Together.SUM),
  /** Bytes on the disk with indexes, by table. */
  TABLE_BYTES(Together.SUM),
  /** Rows, as the database estimates them, by table. */
  TABLE_ROWS(Together.SUM),
  /** Scans of whole tables since the statistics began, by table. */
  TABLE_SCANS(Together.SUM),
  /** Scans of indexes since the statistics began, by table. */
  INDEX_SCANS(Together.SUM);

  private enum Together {
    SUM,
    MOST
  }

  private final Together together;

  Measure(Together together) {
    this.together = together;
  }

  long together(long one, long other) {
    return switch (together) {
      case SUM -> Math.addExact(one, other);
      case MOST -> Math.max(one, other);
    };
  }
}
