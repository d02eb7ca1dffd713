package org.mercat.domain.fee;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.fee.SellerTierEvent.SellerTierEnded;
import org.mercat.domain.fee.SellerTierEvent.SellerTierSet;
import org.mercat.domain.provider.ProviderId;

/**
 * A seller is of a level for a time (C-27). What was is never changed; only an end may come.
 *
 * @param reason why, in the words of whoever has set it
 * @param version 1 as it was set, one more for each change of its end
 */
public record SellerTier(
    SellerTierId id,
    ProviderId seller,
    SellerLevel level,
    FeePeriod period,
    String reason,
    Instant setAt,
    long version) {

  /** What a command makes of a tier. */
  public sealed interface Transition {
    record Done(SellerTier tier, SellerTierEvent event) implements Transition {}

    record Refused(EndRefusal why) implements Transition {}
  }

  public static SellerTier set(
      SellerTierId id,
      ProviderId seller,
      SellerLevel level,
      FeePeriod period,
      String reason,
      Instant now) {
    return new SellerTier(id, seller, level, period, reason, now, 1);
  }

  public SellerTierEvent event() {
    return new SellerTierSet(id, seller, level, setAt);
  }

  /** The seller is of it no longer than until then; what has not begun by then never will. */
  public Transition end(Optional<Instant> at, Instant now) {
    return EndRefusal.of(period, at.orElse(now), now)
        .<Transition>map(Transition.Refused::new)
        .orElseGet(() -> ended(at.orElse(now), now));
  }

  private Transition.Done ended(Instant at, Instant now) {
    var shorter = new SellerTier(id, seller, level, period.before(at), reason, setAt, version + 1);
    return new Transition.Done(shorter, new SellerTierEnded(id, seller, at, now));
  }

  /** A seller is of one level at a time. */
  public boolean contradicts(SellerTier other) {
    return seller.equals(other.seller) && period.overlaps(other.period);
  }
}
