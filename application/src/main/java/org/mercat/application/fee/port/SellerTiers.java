package org.mercat.application.fee.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: which seller was, is and will be of which level (C-27). Nobody is of two at a time,
 * whoever says so. Every adapter must pass {@code SellerTiersContract}.
 */
public interface SellerTiers {

  SellerTierId nextId();

  Optional<SellerTier> find(SellerTierId id);

  /** The tiers that were asked for, the last set first. */
  Page<SellerTier> page(Selection selection, PageRequest request);

  /** Adds a tier unless the seller is of another one in a part of that time. */
  Addition add(SellerTier tier);

  /**
   * Keeps another end of a tier.
   *
   * @throws ConcurrencyConflict if it has been changed since it was read
   */
  void update(SellerTier tier);

  enum Addition {
    ADDED,
    OVERLAP
  }

  /**
   * Which tiers are asked for; all of them where nothing is said.
   *
   * @param inForce those of that time
   */
  record Selection(Optional<ProviderId> seller, Optional<Instant> inForce) {}
}
