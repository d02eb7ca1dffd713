package org.mercat.application.payment.port;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryChargebacksTest implements ChargebacksContract, ChargebackPoliciesContract {

  private final InMemoryBookings bookings = new InMemoryBookings();
  private final InMemoryPayments payments = new InMemoryPayments();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryChargebacks chargebacks = new InMemoryChargebacks();
  private final InMemoryChargebackPolicies policies = new InMemoryChargebackPolicies();
  private final UnitOfWork unitOfWork =
      new InMemoryUnitOfWork(bookings, payments, ledger, chargebacks, policies);

  @Override
  public Chargebacks chargebacks() {
    return chargebacks;
  }

  @Override
  public ChargebackPolicies policies() {
    return policies;
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Parties parties() {
    return Parties.any();
  }
}
