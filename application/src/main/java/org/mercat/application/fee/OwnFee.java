package org.mercat.application.fee;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.mercat.application.fee.port.FeeBooks;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.ResolvedFee;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.shared.Permission;

/** Query: what a provider pays of bookings that are confirmed now, and why so much. */
public final class OwnFee {

  public record Query(Caller caller, Currency currency) {}

  /** What was found. */
  public sealed interface Outcome {
    /**
     * The provider's terms.
     *
     * @param fee the rate that goes before all others
     * @param volume the month by whose sales the tier of volume is found
     * @param tiers the tiers of volume, the lowest first
     */
    record Found(
        ResolvedFee fee,
        boolean taxOnFee,
        Optional<SellerLevel> level,
        Optional<FeeRule> promotion,
        Optional<VolumeMonth> volume,
        List<FeeRule> tiers,
        Instant at)
        implements Outcome {
      public Found {
        tiers = List.copyOf(tiers);
      }
    }

    record Forbidden() implements Outcome {}

    /** The caller has not registered as a provider yet. */
    record NotProvider() implements Outcome {}
  }

  private final Access access;
  private final FeeBooks books;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public OwnFee(Access access, FeeBooks books, UnitOfWork unitOfWork, InstantSource clock) {
    this.access = access;
    this.books = books;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    var now = clock.instant();
    return unitOfWork
        .run(() -> books.ofOwner(query.caller().user(), now))
        .<Outcome>map(book -> found(book, query.currency(), now))
        .orElseGet(Outcome.NotProvider::new);
  }

  private static Outcome.Found found(FeeBook book, Currency currency, Instant now) {
    var direction = FeeDirection.PLATFORM_FEE;
    return new Outcome.Found(
        book.resolve(direction, currency, now),
        book.tariff().taxOnFee(),
        book.level(now),
        book.promotion(direction, now),
        book.volume(currency, now),
        book.volumeTiers(direction, currency, now),
        now);
  }
}
