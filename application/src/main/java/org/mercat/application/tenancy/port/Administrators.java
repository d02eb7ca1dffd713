package org.mercat.application.tenancy.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.tenancy.TenantId;

/**
 * Driven port: whoever manages a tenant from its first moment. Every adapter must pass {@code
 * AdministratorsContract}.
 */
public interface Administrators {

  /**
   * Makes an account ready, which is slow: never called inside a unit of work.
   *
   * @param password empty for one that nobody knows, so that its owner has to choose one by mail
   * @throws IllegalArgumentException if it is no address, or a password of a length that none has
   * @throws PortUnavailable if too many passwords are in work
   */
  Candidacy candidate(String email, Optional<String> password);

  /** Opens the account in the tenant, in the unit of work that is open for another one. */
  void appoint(Candidate candidate, TenantId tenant, Instant now);

  /** Whether somebody can be appointed. */
  sealed interface Candidacy {}

  /** The password is one that everybody tries first, or a word about its owner (ASVS 6.2.4). */
  record Guessable() implements Candidacy {}

  /** Somebody who can be appointed; the password is kept as its hash only. */
  record Candidate(String email, String passwordHash) implements Candidacy {
    @Override
    public String toString() {
      return "Candidate[...]";
    }
  }
}
