package org.mercat.persistence.identity;

import org.mercat.application.identity.port.UserTokens;
import org.mercat.application.identity.port.UserTokensContract;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisUserTokensTest extends SomeUsers implements UserTokensContract {

  @Override
  public UserTokens tokens() {
    return new MyBatisUserTokens(TestDatabase.SESSIONS);
  }
}
