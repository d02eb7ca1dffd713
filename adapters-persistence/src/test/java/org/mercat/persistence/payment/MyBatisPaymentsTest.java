package org.mercat.persistence.payment;

import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.PaymentsContract;
import org.mercat.application.payment.port.SamplePayments;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Charge;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPaymentsTest implements PaymentsContract {

  private final Payments payments = new MyBatisPayments(TestDatabase.SESSIONS);
  private final KnownBookings bookings = new KnownBookings();

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return bookings.unitOfWork();
  }

  @Override
  public Charge charge() {
    var booking = bookings.any();
    var terms = booking.terms();
    return SamplePayments.charge(
        booking.id(), new Parties(terms.client(), terms.provider(), terms.listing()));
  }
}
