package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.booking.port.ServiceOffers.Offer;
import org.mercat.application.booking.port.ServiceOffers.Pricing;
import org.mercat.application.booking.port.ServiceOffers.ServedAt;
import org.mercat.application.catalog.port.SampleListings;
import org.mercat.application.catalog.port.WithListings;
import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.tax.TaxCategory;

/** What every adapter of {@link ServiceOffers} promises. */
public interface ServiceOffersContract extends WithListings {

  WeeklyHours HOURS =
      new WeeklyHours(
          List.of(
              new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 30)),
              new Hours(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(17, 0)),
              new Hours(DayOfWeek.SUNDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT)));

  ServiceOffers offers();

  Timetables timetables();

  CollectionPlans plans();

  @Test
  default void finds_what_a_verified_provider_shows() {
    var provider = verified();
    assertThat(timetable(provider).hours()).isEqualTo(HOURS);
    var listing = shown(provider);

    assertThat(find(listing))
        .contains(
            new Offer(
                listing.id(),
                provider.id(),
                provider.owner(),
                new TaxCategory("other"),
                false,
                false,
                true,
                provider.profile().place().jurisdiction(),
                provider.profile().zone(),
                HOURS,
                new SlotRules(
                    Duration.ofHours(1),
                    Duration.ofMinutes(30),
                    Duration.ZERO,
                    Duration.ofMinutes(15)),
                Pricing.HOURLY,
                listing.offering().price(),
                ServedAt.ON_SITE));
  }

  @Test
  default void a_provider_that_has_said_nothing_works_at_no_hours_and_collects_no_tax() {
    var provider = verified(SampleProviders.bareProfile("Bare Bones"));

    assertThat(find(shown(provider)))
        .hasValueSatisfying(
            offer -> {
              assertThat(offer.hours()).isEqualTo(WeeklyHours.NONE);
              assertThat(offer.taxRegistered()).isFalse();
            });
  }

  @Test
  default void tells_whether_the_provider_can_be_paid_out() {
    var provider = verified();
    var listing = shown(provider);

    update(SampleProviders.done(provider.recordPayability(true, SampleProviders.NOW)));

    assertThat(find(listing)).map(Offer::payable).contains(true);
  }

  @Test
  default void tells_whether_clients_pay_the_provider_himself() {
    var provider = verified();
    var listing = shown(provider);
    var plan = new CollectionPlan(provider.id(), CollectionPlan.Mode.OFFLINE, Optional.empty());

    var _ =
        unitOfWork()
            .run(
                () -> {
                  plans().store(plan);
                  return plan;
                });

    assertThat(find(listing)).map(Offer::paidDirectly).contains(true);
  }

  @ParameterizedTest
  @EnumSource(
      value = PricingType.class,
      mode = Mode.EXCLUDE,
      names = {"FIXED", "HOURLY", "DAILY"})
  default void what_has_no_price_of_its_own_is_by_agreement(PricingType pricing) {
    assertThat(find(priced(pricing))).map(Offer::pricing).contains(Pricing.BY_AGREEMENT);
  }

  @ParameterizedTest
  @EnumSource(
      value = PricingType.class,
      names = {"FIXED", "HOURLY", "DAILY"})
  default void prices_keep_their_type(PricingType pricing) {
    assertThat(find(priced(pricing))).map(Offer::pricing).contains(Pricing.valueOf(pricing.name()));
  }

  @Test
  default void finds_nothing_of_a_listing_that_is_not_shown() {
    var listing = drafted(verified());
    assertThat(find(listing)).isEmpty();

    var active = update(SampleListings.active(listing));
    update(SampleListings.done(active.pause(SampleListings.NOW)));

    assertThat(find(listing)).isEmpty();
  }

  @Test
  default void finds_nothing_of_a_provider_that_is_not_trusted() {
    var provider = verified();
    var listing = shown(provider);

    update(SampleProviders.rejected(provider));

    assertThat(find(listing)).isEmpty();
    assertThat(find(shown(registered()))).isEmpty();
  }

  private Listing shown(Provider provider) {
    return update(SampleListings.active(drafted(provider)));
  }

  private Listing priced(PricingType pricing) {
    var hourly = SampleListings.offering("Walk", "Around the block.");
    var offering =
        new Offering(
            hourly.title(),
            hourly.description(),
            hourly.category(),
            hourly.coordinates(),
            pricing,
            hourly.price(),
            hourly.timing(),
            hourly.location(),
            hourly.paymentFlow());
    return published(verified(), offering);
  }

  private Timetable timetable(Provider provider) {
    return unitOfWork().run(() -> timetables().add(provider.id(), HOURS));
  }

  private Optional<Offer> find(Listing listing) {
    return unitOfWork().run(() -> offers().find(listing.id()));
  }
}
