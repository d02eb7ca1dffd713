package org.mercat.application.payment;

import org.mercat.application.payment.port.DirectBookings;
import org.mercat.application.shared.UnitOfWork;

/**
 * Finds what {@link SettleDirectBooking} has not got to: what time alone has confirmed, and what a
 * crash has left. Run by a job; each booking in a unit of its own.
 */
public final class SettleDirectBookings {

  private static final int BATCH = 100;

  private final DirectBookings directBookings;
  private final SettleDirectBooking settleDirectBooking;
  private final UnitOfWork unitOfWork;

  public SettleDirectBookings(
      DirectBookings directBookings,
      SettleDirectBooking settleDirectBooking,
      UnitOfWork unitOfWork) {
    this.directBookings = directBookings;
    this.settleDirectBooking = settleDirectBooking;
    this.unitOfWork = unitOfWork;
  }

  /** Returns of how many bookings something was done. */
  public int handle() {
    var waiting = unitOfWork.run(() -> directBookings.waiting(BATCH));
    for (var booking : waiting) {
      var _ = settleDirectBooking.handle(new SettleDirectBooking.Command(booking));
    }
    return waiting.size();
  }
}
