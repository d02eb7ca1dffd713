package org.mercat.rest.booking;

import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.rest.shared.StatusWords;

/**
 * One word for where a booking and its money are: the projection of FEATURES 2.1, in the words of
 * seed 001 for {@code /bookings} and of seed 002 for {@code /transactions}.
 */
final class BookingStatus {

  private BookingStatus() {}

  /**
   * The word.
   *
   * @throws IllegalStateException for a pair that no booking can come to
   */
  static String of(StatusWords words, Phase phase, Whereabouts money, boolean disputed) {
    var word =
        switch (words) {
          case BOOKINGS -> bookingWord(phase, money);
          case TRANSACTIONS -> transactionWord(phase, money);
        };
    return disputed && words == StatusWords.BOOKINGS && isCaptured(money) ? "disputed" : word;
  }

  private static String bookingWord(Phase phase, Whereabouts money) {
    return switch (phase) {
      case REQUESTED, AWAITING_PAYMENT -> unpaidWord(phase, money, "pending");
      case CONFIRMED -> heldOrManual(phase, money, "confirmed", "confirmed");
      case IN_PROGRESS, DELIVERED -> heldOrManual(phase, money, "in_progress", "in_progress");
      case COMPLETED, CANCELLED, NO_SHOW, EXPIRED, DECLINED -> closedWord(phase, money);
    };
  }

  private static String transactionWord(Phase phase, Whereabouts money) {
    return switch (phase) {
      case REQUESTED, AWAITING_PAYMENT -> unpaidWord(phase, money, "invoiced");
      case CONFIRMED -> heldOrManual(phase, money, "paid", "invoiced");
      case IN_PROGRESS, DELIVERED -> heldOrManual(phase, money, "in_progress", "in_progress");
      case COMPLETED, CANCELLED, NO_SHOW, EXPIRED, DECLINED -> closedWord(phase, money);
    };
  }

  private static String unpaidWord(Phase phase, Whereabouts money, String invoiced) {
    return switch (money) {
      case NONE -> "pending";
      case AUTHORIZED -> phase == Phase.REQUESTED ? "pending" : unreachable(phase, money);
      case INVOICED -> phase == Phase.AWAITING_PAYMENT ? invoiced : unreachable(phase, money);
      case CAPTURING -> invoiced;
      case HELD, RELEASING, RELEASED, REFUNDING, REFUNDED -> unreachable(phase, money);
    };
  }

  private static String heldOrManual(Phase phase, Whereabouts money, String held, String manual) {
    return switch (money) {
      case HELD -> held;
      case NONE -> manual;
      case INVOICED, AUTHORIZED, CAPTURING, RELEASING, RELEASED, REFUNDING, REFUNDED ->
          unreachable(phase, money);
    };
  }

  private static String closedWord(Phase phase, Whereabouts money) {
    return switch (money) {
      case REFUNDED -> phase == Phase.DECLINED ? unreachable(phase, money) : "refunded";
      case HELD, RELEASING, REFUNDING -> ended(phase, money, phase != Phase.DECLINED);
      case RELEASED -> ended(phase, money, phase != Phase.DECLINED && phase != Phase.EXPIRED);
      case NONE -> ended(phase, money, true);
      case AUTHORIZED -> ended(phase, money, phase != Phase.COMPLETED);
      case INVOICED, CAPTURING -> unreachable(phase, money);
    };
  }

  private static String ended(Phase phase, Whereabouts money, boolean reachable) {
    if (!reachable) {
      return unreachable(phase, money);
    }
    return phase == Phase.COMPLETED ? "completed" : "cancelled";
  }

  private static boolean isCaptured(Whereabouts money) {
    return switch (money) {
      case HELD, RELEASING, RELEASED, REFUNDING, REFUNDED -> true;
      case NONE, INVOICED, AUTHORIZED, CAPTURING -> false;
    };
  }

  private static String unreachable(Phase phase, Whereabouts money) {
    throw new IllegalStateException("no booking can be " + phase + " with its money " + money);
  }
}
