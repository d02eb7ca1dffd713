package org.mercat.application.payment.port;

import java.util.Currency;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutBatchId;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;

/** Driven port: all payouts. Every adapter must pass {@code PayoutsContract}. */
public interface Payouts {

  PayoutId nextId();

  PayoutBatchId nextBatch();

  Optional<Payout> find(PayoutId id);

  /** The payout of a provider and currency that has neither been paid nor failed. */
  Optional<Payout> underWay(ProviderId provider, Currency currency);

  /**
   * Stores a new payout.
   *
   * @throws ConcurrencyConflict if one of the provider and currency is under way
   */
  void add(Payout payout);

  /**
   * Stores the payout as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one, or another payout of the
   *     provider and currency is under way beside it
   */
  void update(Payout payout);

  /** The payouts of one provider, or of all, the newest first. */
  Page<Payout> list(Optional<ProviderId> provider, PageRequest page);
}
