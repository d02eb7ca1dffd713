package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.mercat.application.shared.Verification;
import org.mercat.application.shared.VerificationContract;
import org.mercat.domain.tenancy.Settings;
import org.mercat.persistence.shared.TestDatabase;
import org.mercat.persistence.tenancy.MyBatisTenantSettings;

class MyBatisVerificationTest extends SomeUsers implements VerificationContract {

  @Override
  public Verification verification(boolean byDefault) {
    return new MyBatisVerification(TestDatabase.SESSIONS, byDefault);
  }

  @Override
  public void want(boolean wanted) {
    var settings = new MyBatisTenantSettings(TestDatabase.SESSIONS, Settings.initial(!wanted));
    var stored =
        unitOfWork()
            .run(
                () -> {
                  var now = settings.current();
                  return settings.update(
                      now.with(wanted, false, now.moderation(), now.language(), now.region()));
                });
    assertThat(stored.verificationRequired()).isEqualTo(wanted);
  }
}
