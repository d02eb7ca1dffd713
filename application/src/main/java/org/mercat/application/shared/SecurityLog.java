package org.mercat.application.shared;

import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Driven port: what may be an attack and changes nothing, hence is no event. It is kept at once, in
 * a unit of work of its own: whoever reports has none open. Every adapter must pass {@code
 * SecurityLogContract}.
 */
public interface SecurityLog {

  /** What may be an attack. */
  enum Incident {
    /** Somebody could not show that an account is his. */
    SIGN_IN_FAILED,
    /** A token of one tenant was sent to the address of another one. */
    FOREIGN_TOKEN
  }

  /**
   * Keeps what was tried.
   *
   * @param on the account that it was tried on, if it is known which
   */
  void report(Incident incident, Subject on);
}
