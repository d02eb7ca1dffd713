package org.mercat.application.tax;

import java.time.Year;
import java.util.List;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.TaxSums;
import org.mercat.application.tax.port.TaxSums.Sum;
import org.mercat.application.tax.port.TaxedSellers;
import org.mercat.domain.shared.Permission;

/** Query: the taxes that somebody was charged, and has charged as a provider, in a year. */
public final class TaxSummary {

  public record Query(Caller caller, Year year) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(List<Sum> asClient, List<Sum> asProvider) implements Outcome {
      public Found {
        asClient = List.copyOf(asClient);
        asProvider = List.copyOf(asProvider);
      }
    }

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final TaxSums sums;
  private final TaxedSellers sellers;
  private final UnitOfWork unitOfWork;

  public TaxSummary(Access access, TaxSums sums, TaxedSellers sellers, UnitOfWork unitOfWork) {
    this.access = access;
    this.sums = sums;
    this.sellers = sellers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.BOOKING_OWN)
        ? unitOfWork.run(() -> found(query))
        : new Outcome.Forbidden();
  }

  private Outcome.Found found(Query query) {
    var user = query.caller().user();
    var asProvider =
        sellers
            .ofOwner(user)
            .map(seller -> sums.ofProvider(seller.provider(), query.year()))
            .orElse(List.of());
    return new Outcome.Found(sums.ofClient(user, query.year()), asProvider);
  }
}
