package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.domain.geo.PostalCode;
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

  @Test
  void a_name_has_two_parts_that_say_something() {
    assertThatThrownBy(() -> new PersonName(" ", "Lovelace"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PersonName("Ada", "x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_is_one_line() {
    assertThatThrownBy(() -> new PersonName("Ada\nBcc: all", "Lovelace"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(PersonName.isOneLine("Zoé O'Hara-Li")).isTrue();
    assertThat(new PersonName("Ada", "Lovelace").whole()).isEqualTo("Ada Lovelace");
  }

  @Test
  void a_telephone_number_is_written_as_all_the_world_writes_it() {
    assertThat(new PhoneNumber("+14165550100").value()).isEqualTo("+14165550100");
    for (var bad : List.of("4165550100", "+04165550100", "+1 416 555 0100", "+123", "")) {
      assertThatThrownBy(() -> new PhoneNumber(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_subdivision_and_a_postal_code_are_of_a_country() {
    var none = Optional.<String>empty();
    var ontario = Optional.of("ON");
    var post = PostalCode.parse("CA", "M5V 2T6");

    assertThat(home(ontario, post, Optional.of("CA")).subdivision()).isEqualTo(ontario);
    assertThatThrownBy(() -> home(ontario, Optional.empty(), none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> home(none, post, none)).isInstanceOf(IllegalArgumentException.class);
  }

  private static HomeAddress home(
      Optional<String> subdivision, Optional<PostalCode> postalCode, Optional<String> country) {
    return new HomeAddress(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        subdivision,
        postalCode,
        country,
        Optional.empty());
  }
}
