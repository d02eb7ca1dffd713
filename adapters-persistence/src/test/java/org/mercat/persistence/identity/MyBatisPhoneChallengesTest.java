package org.mercat.persistence.identity;

import org.mercat.application.identity.port.PhoneChallenges;
import org.mercat.application.identity.port.PhoneChallengesContract;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPhoneChallengesTest extends SomeUsers implements PhoneChallengesContract {

  @Override
  public PhoneChallenges challenges() {
    return new MyBatisPhoneChallenges(TestDatabase.SESSIONS);
  }
}
