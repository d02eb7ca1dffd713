package org.mercat.application.identity.port;

import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;

/** Quick, and safe for nobody: for tests only. Each hash carries the generation that made it. */
public final class InMemoryPasswordHasher implements PasswordHasher {

  private int generation = 1;

  /** From now on, what was hashed before is outdated. */
  public void strengthen() {
    generation++;
  }

  @Override
  public PasswordHash hash(Password password) {
    return new PasswordHash(
        "$" + generation + "$" + UUID.randomUUID() + "$" + reversed(password.text()));
  }

  @Override
  public boolean matches(Password password, Optional<PasswordHash> hash) {
    return hash.map(PasswordHash::phc)
        .filter(phc -> phc.split("\\$", 4)[3].equals(reversed(password.text())))
        .isPresent();
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    return !hash.phc().startsWith("$" + generation + "$");
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
