package org.mercat.persistence.payment;

import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.payment.port.SavedMethodsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Payer;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisSavedMethodsTest implements SavedMethodsContract {

  private final SavedMethods methods = new MyBatisSavedMethods(TestDatabase.SESSIONS);
  private final MyBatisPayers payers = new MyBatisPayers(TestDatabase.SESSIONS);
  private final KnownParties parties = new KnownParties();

  @Override
  public SavedMethods methods() {
    return methods;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return parties.unitOfWork();
  }

  @Override
  public UserId payer() {
    var payer = Payer.asked(parties.anybody());
    return unitOfWork()
        .run(
            () -> {
              payers.add(payer);
              return payer.user();
            });
  }
}
