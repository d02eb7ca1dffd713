package org.mercat.persistence.tax;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.TaxSums;
import org.mercat.application.tax.port.TaxSumsContract;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.payment.MyBatisLedger;
import org.mercat.persistence.payment.MyBatisPayments;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisTaxSumsTest implements TaxSumsContract {

  private final KnownParties parties = new KnownParties();

  @Override
  public TaxSums sums() {
    return new MyBatisTaxSums(TestDatabase.SESSIONS);
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
