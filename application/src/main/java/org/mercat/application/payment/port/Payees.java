package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;

/** Driven port: the providers' accounts at the gateway; see {@code PayeesContract}. */
public interface Payees {

  Optional<Payee> find(ProviderId provider);

  /**
   * Stores a new payee.
   *
   * @throws ConcurrencyConflict if the provider has one already
   */
  void add(Payee payee);

  /**
   * Stores the payee as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Payee payee);
}
