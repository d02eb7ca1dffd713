package org.mercat.bootstrap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.identity.EnsureFirstAdmin;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;

/** The administrator of the settings has an account before the first request is served. */
@Singleton
final class FirstAdmin {

  private final Settings settings;
  private final EnsureFirstAdmin ensureFirstAdmin;

  @Inject
  FirstAdmin(Settings settings, EnsureFirstAdmin ensureFirstAdmin) {
    this.settings = settings;
    this.ensureFirstAdmin = ensureFirstAdmin;
  }

  void ensure() {
    List<String> reasons = new ArrayList<>();
    Optional<EmailAddress> email =
        read(Setting.ADMIN_EMAIL, settings.admin().name(), EmailAddress::of, reasons);
    Optional<Password> password =
        read(Setting.ADMIN_PASSWORD, settings.admin().password(), Password::chosen, reasons);
    if (email.isEmpty() || password.isEmpty()) {
      throw new SettingsRefused(reasons);
    }
    EnsureFirstAdmin.Outcome _ =
        ensureFirstAdmin.handle(new EnsureFirstAdmin.Command(email.get(), password.get()));
  }

  private static <T> Optional<T> read(
      Setting setting, String text, Function<String, T> reader, List<String> reasons) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException refused) {
      reasons.add(setting.variable() + ": " + refused.getMessage() + ".");
      return Optional.empty();
    }
  }
}
