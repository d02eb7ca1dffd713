package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.Newcomers;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.shared.Role;

class FirstAdminTest {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void the_administrator_of_the_settings_gets_an_account_once() {
    start(Map.of());
    start(Map.of("MERCAT_ADMIN_PASSWORD", "changed afterwards"));

    EmailAddress email = EmailAddress.of("admin@mercat.local");
    assertThat(newcomers.unitOfWork.run(() -> newcomers.users.findByEmail(email)))
        .map(UserAccount::roles)
        .hasValueSatisfying(roles -> assertThat(roles).contains(Role.ADMIN));
    assertThat(newcomers.outbox.events()).hasSize(1);
  }

  @Test
  void what_is_wrong_with_the_settings_is_told_by_their_names() {
    assertThatExceptionOfType(SettingsRefused.class)
        .isThrownBy(
            () -> start(Map.of("MERCAT_ADMIN_EMAIL", "root", "MERCAT_ADMIN_PASSWORD", "secret")))
        .withMessage(
            "MERCAT_ADMIN_EMAIL: not an e-mail address. "
                + "MERCAT_ADMIN_PASSWORD: a new password has 8 to 256 characters.");
  }

  private void start(Map<String, String> environment) {
    new FirstAdmin(Settings.read(environment), newcomers.ensureFirstAdmin).ensure();
  }
}
