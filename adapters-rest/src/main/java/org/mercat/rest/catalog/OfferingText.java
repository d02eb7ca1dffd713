package org.mercat.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.LocationType;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.catalog.PaymentFlow;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.catalog.Timing;
import org.mercat.domain.shared.Money;
import org.mercat.rest.shared.LatLon;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** An offering as it is sent: every member by itself is right, how they go together is open. */
record OfferingText(
    String title,
    String description,
    Category category,
    LatLon place,
    PricingType pricing,
    Money price,
    int durationMinutes,
    int slotStepMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    LocationType location,
    PaymentFlow paymentFlow) {

  static final int SHORTEST_MINUTES = Math.toIntExact(Timing.SHORTEST.toMinutes());
  static final int LONGEST_MINUTES = Math.toIntExact(Timing.LONGEST.toMinutes());

  static Parsed<Offering> whole(@Nullable JsonNode body) {
    var members = Members.of(body);
    var title = members.text("title", 1, Offering.LONGEST_TITLE);
    var description = members.text("description", 1, Offering.LONGEST_DESCRIPTION);
    var category = members.word("category", CatalogWords.CATEGORIES);
    var lat = members.optionalDecimal("lat", -90, 90);
    var lon = members.optionalDecimal("lon", -180, 180);
    var pricing = members.word("pricingType", CatalogWords.PRICING_TYPES);
    var price = members.money("price");
    var duration = members.number("durationMinutes", SHORTEST_MINUTES, LONGEST_MINUTES);
    var step = members.optionalNumber("slotStepMinutes", SHORTEST_MINUTES, LONGEST_MINUTES);
    var before = members.optionalNumber("bufferBeforeMinutes", 0, LONGEST_MINUTES);
    var after = members.optionalNumber("bufferAfterMinutes", 0, LONGEST_MINUTES);
    var location = members.word("locationType", CatalogWords.LOCATION_TYPES);
    var flow = members.optionalWord("paymentFlow", CatalogWords.PAYMENT_FLOWS);
    return members
        .into(
            () ->
                new OfferingText(
                    title.get(),
                    description.get(),
                    category.get(),
                    new LatLon(lat.get(), lon.get()),
                    pricing.get(),
                    price.get(),
                    duration.get(),
                    step.get().orElse(duration.get()),
                    before.get().orElse(0),
                    after.get().orElse(0),
                    location.get(),
                    flow.get().orElse(PaymentFlow.CAPTURE_HOLD)))
        .then(OfferingText::offering);
  }

  /** What the offering is after the patch. */
  static Parsed<Offering> patched(Offering offering, @Nullable JsonNode body) {
    var now = of(offering);
    var patch = Patch.of(body);
    var title = patch.text("title", 1, Offering.LONGEST_TITLE);
    var description = patch.text("description", 1, Offering.LONGEST_DESCRIPTION);
    var category = patch.word("category", CatalogWords.CATEGORIES);
    var lat = patch.optionalDecimal("lat", -90, 90);
    var lon = patch.optionalDecimal("lon", -180, 180);
    var pricing = patch.word("pricingType", CatalogWords.PRICING_TYPES);
    var price = patch.money("price");
    var duration = patch.number("durationMinutes", SHORTEST_MINUTES, LONGEST_MINUTES);
    var step = patch.number("slotStepMinutes", SHORTEST_MINUTES, LONGEST_MINUTES);
    var before = patch.number("bufferBeforeMinutes", 0, LONGEST_MINUTES);
    var after = patch.number("bufferAfterMinutes", 0, LONGEST_MINUTES);
    var location = patch.word("locationType", CatalogWords.LOCATION_TYPES);
    var flow = patch.word("paymentFlow", CatalogWords.PAYMENT_FLOWS);
    return patch
        .into(
            () ->
                new OfferingText(
                    title.get().over(now.title),
                    description.get().over(now.description),
                    category.get().over(now.category),
                    new LatLon(
                        lat.get().overOptional(now.place.lat()),
                        lon.get().overOptional(now.place.lon())),
                    pricing.get().over(now.pricing),
                    price.get().over(now.price),
                    duration.get().over(now.durationMinutes),
                    step.get().over(now.slotStepMinutes),
                    before.get().over(now.bufferBeforeMinutes),
                    after.get().over(now.bufferAfterMinutes),
                    location.get().over(now.location),
                    flow.get().over(now.paymentFlow)))
        .then(OfferingText::offering);
  }

  private static OfferingText of(Offering offering) {
    var timing = offering.timing();
    return new OfferingText(
        offering.title(),
        offering.description(),
        offering.category(),
        LatLon.of(offering.coordinates()),
        offering.pricing(),
        offering.price(),
        minutes(timing.length()),
        minutes(timing.step()),
        minutes(timing.before()),
        minutes(timing.after()),
        offering.location(),
        offering.paymentFlow());
  }

  /** The offering, if its members go together. */
  private Parsed<Offering> offering() {
    var violations = new ArrayList<Violation>();
    place.violation().ifPresent(violations::add);
    if (!Offering.isPrice(pricing, price)) {
      violations.add(
          new Violation(
              "/price/amount",
              Code.OUT_OF_RANGE,
              "is not more than 0, as a price must be that is not agreed on later"));
    }
    if (!violations.isEmpty()) {
      return new Parsed.Invalid<>(violations);
    }
    var timing =
        new Timing(
            Duration.ofMinutes(durationMinutes),
            Duration.ofMinutes(slotStepMinutes),
            Duration.ofMinutes(bufferBeforeMinutes),
            Duration.ofMinutes(bufferAfterMinutes));
    return new Parsed.Valid<>(
        new Offering(
            title,
            description,
            category,
            place.coordinates(),
            pricing,
            price,
            timing,
            location,
            paymentFlow));
  }

  static int minutes(Duration duration) {
    return Math.toIntExact(duration.toMinutes());
  }
}
