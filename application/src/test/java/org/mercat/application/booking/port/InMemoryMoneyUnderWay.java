package org.mercat.application.booking.port;

import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;

/** The operations of the gateway, in the words of booking. */
public final class InMemoryMoneyUnderWay implements MoneyUnderWay {

  private final PaymentOperations operations;

  public InMemoryMoneyUnderWay(PaymentOperations operations) {
    this.operations = operations;
  }

  @Override
  public boolean isPaying(BookingId booking) {
    return isOpen(booking, Step.CAPTURE);
  }

  @Override
  public boolean isRefunding(BookingId booking) {
    return isOpen(booking, Step.REFUND);
  }

  /** Only the last one can be open: no other is begun before it has ended. */
  private boolean isOpen(BookingId booking, Step step) {
    return operations
        .latest(BookingEvent.subject(booking), step)
        .filter(PaymentOperation::isOpen)
        .isPresent();
  }
}
