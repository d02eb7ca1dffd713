package org.mercat.application.payment.port;

import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;

/** Driven port: the providers' accounts at the gateway; see {@code PayeesContract}. */
public interface Payees {

  Optional<Payee> find(ProviderId provider);

  /** The payee that has, or has had, that account as its last one. */
  Optional<Payee> findByAccount(GatewayReference account);

  /**
   * Payees for whom an account has been opened, by the ids of the providers.
   *
   * @param after the last one of those before; empty for the first ones
   */
  List<Payee> withAccounts(Optional<ProviderId> after, int most);

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
