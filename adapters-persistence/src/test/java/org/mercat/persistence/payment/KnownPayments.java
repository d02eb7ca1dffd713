package org.mercat.persistence.payment;

import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import java.util.List;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.SamplePayments;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.TestDatabase;

/** Payments and payouts that the database knows, so that it lets earnings refer to them. */
final class KnownPayments {

  private final KnownBookings bookings = new KnownBookings();
  private final MyBatisPayments payments = new MyBatisPayments(TestDatabase.SESSIONS);
  private final MyBatisPayouts payouts = new MyBatisPayouts(TestDatabase.SESSIONS);

  UnitOfWork unitOfWork() {
    return bookings.unitOfWork();
  }

  /** The charge of a payment that has begun. */
  Charge any() {
    var booking = bookings.any();
    var terms = booking.terms();
    var parties = new Parties(terms.client(), terms.provider(), terms.listing());
    var charge = SamplePayments.charge(booking.id(), parties);
    return unitOfWork()
        .run(
            () -> {
              payments.add(Payment.start(charge, NOW));
              return charge;
            });
  }

  PayoutId payout(ProviderId provider) {
    var plan = new Payout.Plan(List.of(), cad(10_000));
    var decided =
        Payout.decided(payouts.nextId(), provider, payouts.nextBatch(), plan, NOW).payout();
    return unitOfWork()
        .run(
            () -> {
              payouts.add(decided);
              return decided.id();
            });
  }
}
