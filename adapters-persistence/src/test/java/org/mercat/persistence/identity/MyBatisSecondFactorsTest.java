package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.SecondFactorsContract;
import org.mercat.application.shared.InMemorySealer;
import org.mercat.application.shared.Sealer.SealBroken;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.Settings;
import org.mercat.persistence.shared.TestDatabase;
import org.mercat.persistence.tenancy.MyBatisTenantSettings;

class MyBatisSecondFactorsTest extends SomeUsers implements SecondFactorsContract {

  private final SecondFactors factors =
      new MyBatisSecondFactors(TestDatabase.SESSIONS, new InMemorySealer());

  @Override
  public SecondFactors factors() {
    return factors;
  }

  @Override
  public void want(boolean wanted) {
    var settings = new MyBatisTenantSettings(TestDatabase.SESSIONS, Settings.initial(false));
    var stored =
        unitOfWork()
            .run(
                () -> {
                  var now = settings.current();
                  return settings.update(
                      now.with(false, wanted, now.moderation(), now.language(), now.region()));
                });
    assertThat(stored.adminSecondFactorRequired()).isEqualTo(wanted);
  }

  @Test
  void nobody_reads_a_secret_who_cannot_open_it() {
    var user = begun();
    var other = new MyBatisSecondFactors(TestDatabase.SESSIONS, new InMemorySealer());

    assertThatThrownBy(() -> unitOfWork().run(() -> other.hold(user)))
        .isInstanceOf(SealBroken.class);
  }

  private UserId begun() {
    var user = anyUser();
    var begun = SecondFactor.begin(user, TotpSecret.of("a"), SampleUsers.REGISTERED_AT);
    var held =
        unitOfWork()
            .run(
                () -> {
                  factors.put(begun);
                  return factors.hold(user);
                });
    assertThat(held).contains(begun);
    return user;
  }
}
