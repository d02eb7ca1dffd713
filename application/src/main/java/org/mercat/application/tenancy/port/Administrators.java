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
   * @throws IllegalArgumentException if it is no address, or no password that may be chosen
   * @throws PortUnavailable if too many passwords are in work
   */
  Candidate candidate(String email, Optional<String> password);

  /** Opens the account in the tenant, in the unit of work that is open for another one. */
  void appoint(Candidate candidate, TenantId tenant, Instant now);

  /** Somebody who can be appointed; the password is kept as its hash only. */
  record Candidate(String email, String passwordHash) {
    @Override
    public String toString() {
      return "Candidate[...]";
    }
  }
}
