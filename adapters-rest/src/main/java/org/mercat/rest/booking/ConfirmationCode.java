package org.mercat.rest.booking;

import org.mercat.domain.booking.BookingId;

/**
 * A booking's id for people: ten signs without those that are easily taken for others (Crockford's
 * base 32), from the random part of the id.
 */
final class ConfirmationCode {

  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final int BITS = 5;
  private static final int HALF = LENGTH / 2;

  private ConfirmationCode() {}

  static String of(BookingId booking) {
    var random = booking.value().getLeastSignificantBits();
    var code = new StringBuilder(LENGTH + 1);
    for (var sign = 0; sign < LENGTH; sign++) {
      if (sign == HALF) {
        code.append('-');
      }
      code.append(SIGNS.charAt((int) ((random >>> (sign * BITS)) & (SIGNS.length() - 1))));
    }
    return code.toString();
  }
}
