package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;

/** What every adapter of {@link Verification} promises. */
public interface VerificationContract {

  /** One whose installation wants it, or does not. */
  Verification verification(boolean byDefault);

  UnitOfWork unitOfWork();

  /** Decides it for the tenant. */
  void want(boolean wanted);

  /** Somebody whose account is in that status. */
  UserId user(Status status);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  default void the_installation_decides_until_the_tenant_does(boolean byDefault) {
    var verification = verification(byDefault);
    assertThat(isWanted(verification)).isEqualTo(byDefault);

    want(!byDefault);
    assertThat(isWanted(verification)).isEqualTo(!byDefault);

    want(byDefault);
    assertThat(isWanted(verification)).isEqualTo(byDefault);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING_VERIFICATION", "ACTIVE"})
  default void only_who_has_not_shown_it_lacks_it(Status status) {
    var lacks = isLacking(verification(true), user(status));

    assertThat(lacks).isEqualTo(status == Status.PENDING_VERIFICATION);
  }

  @Test
  default void nobody_lacks_what_nobody_wants() {
    assertThat(isLacking(verification(false), user(Status.PENDING_VERIFICATION))).isFalse();
  }

  private boolean isWanted(Verification verification) {
    return unitOfWork().run(verification::isWanted);
  }

  private boolean isLacking(Verification verification, UserId user) {
    return unitOfWork().run(() -> verification.isLacking(user));
  }
}
