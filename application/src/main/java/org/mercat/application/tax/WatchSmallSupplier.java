package org.mercat.application.tax;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.application.tax.port.TaxSums;
import org.mercat.application.tax.port.TaxedSellers;
import org.mercat.application.tax.port.TaxedSellers.Seller;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Zone;
import org.mercat.domain.tax.CalendarQuarter;
import org.mercat.domain.tax.SmallSupplier;

/** Query: whether a provider has sold so much that it has to register for GST/HST. */
public final class WatchSmallSupplier {

  public record Query(Caller caller) {}

  /** What was found. */
  public sealed interface Outcome {
    /**
     * What the provider has sold here.
     *
     * @param quarters four and the present one, the oldest first
     */
    record Found(SmallSupplier supplier, List<CalendarQuarter> quarters, boolean registered)
        implements Outcome {
      public Found {
        quarters = List.copyOf(quarters);
      }
    }

    record Forbidden() implements Outcome {}

    /** The caller has not registered as a provider yet. */
    record NotProvider() implements Outcome {}
  }

  private final Access access;
  private final TaxSums sums;
  private final TaxedSellers sellers;
  private final ZoneBook zones;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public WatchSmallSupplier(
      Access access,
      TaxSums sums,
      TaxedSellers sellers,
      ZoneBook zones,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.sums = sums;
    this.sellers = sellers;
    this.zones = zones;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            sellers
                .ofOwner(query.caller().user())
                .<Outcome>map(this::watched)
                .orElseGet(Outcome.NotProvider::new));
  }

  private Outcome.Found watched(Seller seller) {
    var zone = zones.zone(seller.place().zone());
    var present = CalendarQuarter.of(zone.dayOf(clock.instant()));
    var quarters =
        IntStream.rangeClosed(0, SmallSupplier.QUARTERS)
            .mapToObj(present::minus)
            .toList()
            .reversed();
    var sold = quarters.stream().map(quarter -> sold(seller, quarter, zone)).toList();
    var supplier = new SmallSupplier(sold.subList(0, SmallSupplier.QUARTERS), sold.getLast());
    return new Outcome.Found(supplier, quarters, seller.registered());
  }

  private Money sold(Seller seller, CalendarQuarter quarter, Zone zone) {
    return sums.sold(seller.provider(), zone.beginOf(quarter.start()), zone.beginOf(quarter.end()));
  }
}
