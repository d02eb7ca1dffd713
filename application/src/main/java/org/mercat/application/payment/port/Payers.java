package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Payer;

/** Driven port: the persons' customers at the gateway; see {@code PayersContract}. */
public interface Payers {

  Optional<Payer> find(UserId user);

  /**
   * Those whose accounts were closed then or before, and whom the gateway has not been asked to
   * forget.
   */
  List<Payer> gone(Instant closed, int most);

  /**
   * Stores a new payer.
   *
   * @throws ConcurrencyConflict if the person is one already
   */
  void add(Payer payer);

  /**
   * Stores the payer as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Payer payer);
}
