package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.RegisterUser.Command;
import org.mercat.application.identity.RegisterUser.Outcome;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.shared.Role;

class RegisterUserTest {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void a_newcomer_gets_an_account_and_it_is_announced() {
    var user = newcomers.ada();

    assertThat(newcomers.whoAmI.handle(new WhoAmI.Command(user)))
        .contains(
            new WhoAmI.Me(
                user,
                ADA,
                new PersonName("Ada", "Lovelace"),
                Set.of(Role.CLIENT),
                Status.PENDING_VERIFICATION));
    assertThat(newcomers.outbox.events())
        .containsExactly(new UserRegistered(user, Set.of(Role.CLIENT), newcomers.clock.instant()));
  }

  @Test
  void the_password_is_kept_hashed() {
    var user = newcomers.ada();

    var kept = newcomers.unitOfWork.run(() -> newcomers.users.find(user)).orElseThrow().password();

    assertThat(kept.phc()).doesNotContain(PASSWORD.text());
    assertThat(newcomers.hasher.matches(PASSWORD, Optional.of(kept))).isTrue();
  }

  @Test
  void an_address_is_taken_however_it_is_written_and_nothing_is_announced() {
    var _ = newcomers.ada();

    var again =
        newcomers.registerUser.handle(
            new Command(
                EmailAddress.of(" Ada@Example.ORG "),
                PASSWORD,
                new PersonName("Another", "Ada"),
                Role.PROVIDER));

    assertThat(again).isEqualTo(new Outcome.EmailTaken());
    assertThat(newcomers.outbox.events()).hasSize(1);
  }

  @Test
  void nobody_becomes_an_administrator_by_asking() {
    var command = new Command(ADA, PASSWORD, new PersonName("Ada", "Lovelace"), Role.ADMIN);

    assertThatThrownBy(() -> newcomers.registerUser.handle(command))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
