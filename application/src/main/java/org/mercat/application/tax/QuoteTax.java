package org.mercat.application.tax;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.application.tax.port.TaxedSellers;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.PlacesOfSale;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.SupplyKind;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.domain.tax.TaxCollector;
import org.mercat.domain.tax.TaxQuote;
import org.mercat.domain.tax.TaxRules;

/** Query: what a sale would be taxed with, by what is known now or was known then. */
public final class QuoteTax {

  /**
   * A sale, as far as taxes go by it.
   *
   * @param net the price without tax
   * @param day on which the tax becomes payable; that of {@code known} when empty
   * @param known when the rules were known that are asked; now when empty
   */
  public record Query(
      Money net,
      SupplyKind kind,
      Optional<TaxCategory> category,
      By by,
      Optional<Jurisdiction> delivery,
      Optional<Jurisdiction> performance,
      Optional<Jurisdiction> recipient,
      Optional<LocalDate> day,
      Optional<Instant> known) {}

  /** Who sells. */
  public sealed interface By {
    record Provider(ProviderId id) implements By {}

    /** A business that is no provider here. */
    record Anybody(Jurisdiction place, boolean registered) implements By {}
  }

  /** What was found. */
  public sealed interface Outcome {
    /**
     * The taxes.
     *
     * @param rules in which those of the lines are found
     * @param known when these were known
     */
    record Quoted(TaxQuote quote, TaxRules rules, Instant known) implements Outcome {}

    record UnknownProvider() implements Outcome {}

    /** Rules of the place are known, but none of that day. */
    record NoRule(Jurisdiction place, LocalDate day) implements Outcome {}
  }

  private final RecordedRules rules;
  private final TaxedSellers sellers;
  private final ZoneBook zones;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final boolean platformStandsIn;

  /**
   * Asks the rules.
   *
   * @param platformStandsIn whether the platform collects on goods of those who are not registered
   */
  public QuoteTax(
      RecordedRules rules,
      TaxedSellers sellers,
      ZoneBook zones,
      UnitOfWork unitOfWork,
      InstantSource clock,
      boolean platformStandsIn) {
    this.rules = rules;
    this.sellers = sellers;
    this.zones = zones;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.platformStandsIn = platformStandsIn;
  }

  public Outcome handle(Query query) {
    return unitOfWork.run(
        () ->
            switch (query.by()) {
              case By.Anybody(var place, var registered) -> quote(query, place, registered);
              case By.Provider(var id) ->
                  sellers
                      .find(id)
                      .map(seller -> quote(query, seller.place(), seller.registered()))
                      .orElseGet(Outcome.UnknownProvider::new);
            });
  }

  private Outcome quote(Query query, Jurisdiction seller, boolean registered) {
    var known = query.known().orElseGet(clock::instant);
    var kind = query.kind();
    var place =
        new PlacesOfSale(seller, query.delivery(), query.performance(), query.recipient())
            .ofSupply(kind);
    var day = query.day().orElseGet(() -> zones.zone(place.zone()).dayOf(known));
    var then = TaxRules.of(rules.ofPlace(place, known).stream().map(RecordedRule::rule).toList());
    if (!then.at(place).isEmpty() && !then.cover(place, day)) {
      return new Outcome.NoRule(place, day);
    }
    var collector = TaxCollector.of(kind.supply(), registered, platformStandsIn);
    var quote =
        TaxQuote.of(then, query.net(), kind.supply(), query.category(), place, day, collector);
    return new Outcome.Quoted(quote, then, known);
  }
}
