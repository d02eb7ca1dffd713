package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import org.junit.jupiter.api.Test;
import org.mercat.application.identity.EnsureFirstAdmin.Command;
import org.mercat.application.identity.EnsureFirstAdmin.Outcome;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.shared.Role;

class EnsureFirstAdminTest {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void the_first_administrator_is_made_and_may_sign_in() {
    assertThat(newcomers.ensureFirstAdmin.handle(new Command(ADA, PASSWORD)))
        .isEqualTo(Outcome.CREATED);

    assertThat(stored().roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.SUPER_ADMIN);
    assertThat(stored().status()).isEqualTo(Status.ACTIVE);
    assertThat(newcomers.adaSignedIn().accessToken().text()).isNotBlank();
  }

  @Test
  void an_account_that_is_there_already_is_left_alone() {
    assertThat(newcomers.ensureFirstAdmin.handle(new Command(ADA, PASSWORD)))
        .isEqualTo(Outcome.CREATED);
    var before = stored();

    var again = new Command(ADA, Password.chosen("another password"));

    assertThat(newcomers.ensureFirstAdmin.handle(again)).isEqualTo(Outcome.THERE_ALREADY);
    assertThat(stored()).isEqualTo(before);
    assertThat(newcomers.outbox.events()).hasSize(1);
  }

  private UserAccount stored() {
    return newcomers.unitOfWork.run(() -> newcomers.users.findByEmail(ADA)).orElseThrow();
  }
}
