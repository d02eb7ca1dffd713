package org.mercat.application.booking;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mercat.application.booking.port.FeeTariffs;
import org.mercat.application.booking.port.ServiceOffers;
import org.mercat.application.booking.port.ServiceOffers.Offer;
import org.mercat.application.booking.port.ServiceOffers.Pricing;
import org.mercat.application.booking.port.TaxesInForce;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Price;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.fee.CustomerFeeTerms;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.PlacesOfSale;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.SupplyKind;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxRate;

/** Query: what a booking would cost, line by line; who places it at once pays exactly that. */
public final class QuotePrice {

  public record Query(ListingId listing, Wanted wanted) {}

  /**
   * As much of what a client wants as the price depends on.
   *
   * @param duration the length of the listing when absent
   * @param quantity how many units of a fixed price
   * @param there where the work is to be done, or where the client is
   */
  public record Wanted(
      Optional<Duration> duration,
      int quantity,
      Optional<Jurisdiction> there,
      Optional<Money> tip) {}

  /** What was found. */
  public sealed interface Outcome {
    record Quoted(Quote quote) implements Outcome {}

    record UnknownListing() implements Outcome {}

    record Refused(Misfit why) implements Outcome {}
  }

  /**
   * A price.
   *
   * @param place where the service is supplied, which decides its taxes
   */
  public record Quote(Jurisdiction place, Price price) {}

  /** Why an offer has no price for what is wanted. */
  public enum Misfit {
    /** The price of the listing has to be agreed on first. */
    NOT_BOOKABLE,
    WRONG_QUANTITY,
    /** The tip is in another currency than the price. */
    WRONG_CURRENCY,
    /** The length is not one that the listing can be booked for. */
    WRONG_DURATION
  }

  private final ServiceOffers offers;
  private final TaxesInForce taxes;
  private final FeeTariffs tariffs;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public QuotePrice(
      ServiceOffers offers,
      TaxesInForce taxes,
      FeeTariffs tariffs,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.offers = offers;
    this.taxes = taxes;
    this.tariffs = tariffs;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Query query) {
    return unitOfWork.run(
        () ->
            offers
                .find(query.listing())
                .map(offer -> quoted(query.wanted(), offer))
                .orElseGet(Outcome.UnknownListing::new));
  }

  private Outcome quoted(Wanted wanted, Offer offer) {
    return misfit(wanted, offer)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Quoted(quote(wanted, offer, clock.instant())));
  }

  /** Why there is no price, if there is none. */
  static Optional<Misfit> misfit(Wanted wanted, Offer offer) {
    if (offer.pricing() == Pricing.BY_AGREEMENT) {
      return Optional.of(Misfit.NOT_BOOKABLE);
    }
    if (wanted.quantity() > 1 && offer.pricing() != Pricing.FIXED) {
      return Optional.of(Misfit.WRONG_QUANTITY);
    }
    if (wanted.tip().stream().anyMatch(tip -> !sameCurrency(tip, offer.price()))) {
      return Optional.of(Misfit.WRONG_CURRENCY);
    }
    return fits(length(wanted, offer), offer)
        ? Optional.empty()
        : Optional.of(Misfit.WRONG_DURATION);
  }

  /** What fits, costs so much now; in the unit of work that is open. */
  Quote quote(Wanted wanted, Offer offer, Instant now) {
    var place = placeOfSupply(wanted, offer);
    var service = service(wanted, offer);
    var category = Optional.of(offer.category());
    var rates =
        offer.taxRegistered()
            ? taxes.due(place, Supply.SERVICE, category, now)
            : List.<TaxRate>of();
    var tip = wanted.tip().orElse(Money.zero(service.currency()));
    var onTop =
        offer.paidDirectly() ? Optional.<CustomerFeeTerms>empty() : onTop(offer, place, now);
    return new Quote(place, new Price(service, Tax.on(service, rates), tip, onTop));
  }

  /**
   * The platform serves the client where the client is served: its fee is taxed there, too. Who
   * pays the provider himself pays nothing on top.
   */
  private Optional<CustomerFeeTerms> onTop(Offer offer, Jurisdiction place, Instant now) {
    return tariffs
        .onTop(offer.provider(), offer.price().currency(), now)
        .map(rule -> rule.customerFee(taxes.due(place, Supply.SERVICE, Optional.empty(), now)));
  }

  /** The one address that a client sends is that of the work, or else the client's own. */
  private static Jurisdiction placeOfSupply(Wanted wanted, Offer offer) {
    var places = new PlacesOfSale(offer.place(), Optional.empty(), wanted.there(), wanted.there());
    return places.ofSupply(
        switch (offer.servedAt()) {
          case ON_SITE, BOTH -> SupplyKind.ON_SITE_SERVICE;
          case REMOTE -> SupplyKind.REMOTE_SERVICE;
        });
  }

  private static Money service(Wanted wanted, Offer offer) {
    return switch (offer.pricing()) {
      case HOURLY ->
          offer
              .price()
              .fraction(
                  length(wanted, offer).toMinutes(),
                  Duration.ofHours(1).toMinutes(),
                  RoundingMode.HALF_UP);
      case FIXED, DAILY, BY_AGREEMENT -> offer.price().times(wanted.quantity());
    };
  }

  private static Duration length(Wanted wanted, Offer offer) {
    return wanted.duration().orElse(offer.rules().length());
  }

  /** Where the price is hourly, a booking may be longer than the listing by whole steps. */
  private static boolean fits(Duration length, Offer offer) {
    var shortest = offer.rules().length();
    return switch (offer.pricing()) {
      case HOURLY ->
          length.compareTo(shortest) >= 0
              && length.minus(shortest).toMinutes() % offer.rules().step().toMinutes() == 0;
      case FIXED, DAILY, BY_AGREEMENT -> length.equals(shortest);
    };
  }

  private static boolean sameCurrency(Money one, Money other) {
    return one.currency().equals(other.currency());
  }
}
