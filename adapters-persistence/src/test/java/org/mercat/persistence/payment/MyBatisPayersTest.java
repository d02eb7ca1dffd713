package org.mercat.persistence.payment;

import org.mercat.application.payment.port.Payers;
import org.mercat.application.payment.port.PayersContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserAccount.Transition;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPayersTest implements PayersContract {

  private final Payers payers = new MyBatisPayers(TestDatabase.SESSIONS);
  private final MyBatisUsers users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final KnownParties parties = new KnownParties();

  @Override
  public Payers payers() {
    return payers;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return parties.unitOfWork();
  }

  @Override
  public UserId person() {
    return parties.anybody();
  }

  @Override
  public void close(UserId person) {
    var _ =
        unitOfWork()
            .run(
                () -> {
                  var account = users.find(person).orElseThrow();
                  var closed = (Transition.Done) account.close(CLOSED);
                  users.update(closed.account());
                  return closed;
                });
  }
}
