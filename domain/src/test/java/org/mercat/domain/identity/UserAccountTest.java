package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.shared.Role;

class UserAccountTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final UserId ID = new UserId(UUID.randomUUID());
  private static final EmailAddress EMAIL = EmailAddress.of("ada@example.org");
  private static final PersonName NAME = new PersonName("Ada", "Lovelace");
  private static final PasswordHash HASH = new PasswordHash("$hash");

  @ParameterizedTest
  @EnumSource(names = {"CLIENT", "PROVIDER"})
  void somebody_registers_as_client_or_provider(Role role) {
    var registered = UserAccount.register(ID, EMAIL, NAME, HASH, role, NOW);

    assertThat(registered.account().roles()).containsExactly(role);
    assertThat(registered.account().status()).isEqualTo(Status.PENDING_VERIFICATION);
    assertThat(registered.event()).isEqualTo(new UserRegistered(ID, Set.of(role), NOW));
  }

  @ParameterizedTest
  @EnumSource(names = {"GUEST", "DRIVER", "ADMIN", "SUPER_ADMIN"})
  void nobody_registers_as_anything_else(Role role) {
    assertThatThrownBy(() -> UserAccount.register(ID, EMAIL, NAME, HASH, role, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING_VERIFICATION, true",
    "ACTIVE, true",
    "INACTIVE, false",
    "SUSPENDED, false",
    "BANNED, false"
  })
  void the_status_decides_who_may_sign_in(Status status, boolean may) {
    var account = new UserAccount(ID, EMAIL, NAME, HASH, Set.of(Role.CLIENT), status, NOW, 0);

    assertThat(account.maySignIn()).isEqualTo(may);
  }

  @Test
  void a_name_has_two_parts_that_say_something() {
    assertThatThrownBy(() -> new PersonName(" ", "Lovelace"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PersonName("Ada", "x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
