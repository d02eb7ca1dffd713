package org.mercat.persistence.payment;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.WithPayments;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.shared.TestDatabase;

/** The money of bookings in a database, for contracts of what is read of it. */
public abstract class MyBatisMoney implements WithPayments {

  protected final KnownParties parties = new KnownParties();

  public TenantId tenant() {
    return parties.tenant();
  }

  @Override
  public Bookings bookings() {
    return new MyBatisBookings(TestDatabase.SESSIONS);
  }

  @Override
  public Payments payments() {
    return new MyBatisPayments(TestDatabase.SESSIONS);
  }

  @Override
  public Ledger ledger() {
    return new MyBatisLedger(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return parties.unitOfWork();
  }

  @Override
  public Parties parties() {
    return parties.any();
  }
}
