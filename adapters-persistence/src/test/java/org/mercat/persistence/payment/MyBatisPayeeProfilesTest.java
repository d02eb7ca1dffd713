package org.mercat.persistence.payment;

import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.PayeeProfilesContract;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPayeeProfilesTest extends MyBatisCatalog implements PayeeProfilesContract {

  @Override
  public PayeeProfiles profiles() {
    return new MyBatisPayeeProfiles(TestDatabase.SESSIONS);
  }

  @Override
  public String addressOf(UserId person) {
    var users = new MyBatisUsers(TestDatabase.SESSIONS);
    return unitOfWork().run(() -> users.find(person)).orElseThrow().email().value();
  }
}
