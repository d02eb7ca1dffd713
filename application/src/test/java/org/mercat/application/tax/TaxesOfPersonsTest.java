package org.mercat.application.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.tax.port.TaxSums.Sum;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.CalendarQuarter;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.SmallSupplier;
import org.mercat.domain.tax.SmallSupplier.Standing;
import org.mercat.domain.tax.TaxComponent;

/** What persons learn of their own taxes; a dog walk is of 37.50 and 4.88 HST. */
class TaxesOfPersonsTest {

  private static final Sum WALK =
      new Sum(
          new Jurisdiction("CA", "ON"),
          TaxComponent.HST,
          Rate.percent(13),
          cad(3_750),
          cad(488),
          cad(0));

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.DOG_WALK);
  private final Caller client = trade.client();
  private final Access access = new AccessRules();
  private final TaxSummary summary =
      new TaxSummary(
          access,
          trade.market.in.taxSums,
          trade.market.in.taxedSellers,
          trade.market.in.unitOfWork);
  private final WatchSmallSupplier watch =
      new WatchSmallSupplier(
          access,
          trade.market.in.taxSums,
          trade.market.in.taxedSellers,
          trade.market.in.zones,
          trade.market.in.unitOfWork,
          trade.market.in.market);

  @Test
  void each_party_learns_what_was_charged_in_a_year() {
    assertThat(trade.booked(client, shop, OK)).isNotNull();

    assertThat(summary(client, 2026))
        .isEqualTo(new TaxSummary.Outcome.Found(List.of(WALK), none()));
    assertThat(summary(shop.owner(), 2026))
        .isEqualTo(new TaxSummary.Outcome.Found(none(), List.of(WALK)));
    assertThat(summary(client, 2025)).isEqualTo(new TaxSummary.Outcome.Found(none(), none()));
  }

  @Test
  void who_may_do_nothing_with_bookings_learns_nothing() {
    var nobody = new Caller(client.user(), client.roles(), Set.of());

    assertThat(summary(nobody, 2026)).isEqualTo(new TaxSummary.Outcome.Forbidden());
    assertThat(watch.handle(new WatchSmallSupplier.Query(nobody)))
        .isEqualTo(new WatchSmallSupplier.Outcome.Forbidden());
  }

  @Test
  void a_provider_sees_what_it_has_sold_in_five_quarters() {
    assertThat(trade.booked(client, shop, OK)).isNotNull();
    var now = watched(shop.owner());

    assertThat(now.supplier().now()).isEqualTo(cad(3_750));
    assertThat(now.supplier().standing()).isEqualTo(Standing.SMALL);
    assertThat(now.registered()).isTrue();
    assertThat(now.quarters())
        .startsWith(new CalendarQuarter(LocalDate.parse("2025-10-01")))
        .endsWith(new CalendarQuarter(LocalDate.parse("2026-10-01")))
        .hasSize(SmallSupplier.QUARTERS + 1);

    trade.market.in.market.set(Instant.parse("2027-01-01T05:00:00Z"));
    var later = watched(shop.owner()).supplier();

    assertThat(later.now()).isEqualTo(cad(0));
    assertThat(later.before()).containsExactly(cad(0), cad(0), cad(0), cad(3_750));
  }

  @Test
  void who_is_no_provider_has_nothing_to_watch() {
    var vendor = trade.vendor();

    assertThat(watch.handle(new WatchSmallSupplier.Query(vendor)))
        .isEqualTo(new WatchSmallSupplier.Outcome.NotProvider());
  }

  private TaxSummary.Outcome summary(Caller caller, int year) {
    return summary.handle(new TaxSummary.Query(caller, Year.of(year)));
  }

  private WatchSmallSupplier.Outcome.Found watched(Caller owner) {
    return (WatchSmallSupplier.Outcome.Found) watch.handle(new WatchSmallSupplier.Query(owner));
  }

  private static List<Sum> none() {
    return List.of();
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
