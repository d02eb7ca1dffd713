package org.mercat.rest.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.booking.ExplainBooking;
import org.mercat.application.booking.ExplainBooking.Outcome.Explained;
import org.mercat.domain.booking.Price;
import org.mercat.domain.fee.CustomerFeeTerms;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.fee.FeeRuleName;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxLine;
import org.mercat.rest.shared.MoneyView;

/** Each cent of a booking on the wire. What is a rate of something is rounded half up, once. */
public record ExplanationView(
    UUID booking,
    MoneyView service,
    List<Tax> taxes,
    MoneyView tip,
    Optional<CustomerFee> customerFee,
    MoneyView total,
    MoneyView refunded,
    MoneyView owed,
    Optional<Fee> platformFee,
    Optional<MoneyView> payout) {

  private static final String HALF_UP = "half_up";

  /** A tax: what it is levied on, and by which rule. */
  public record Tax(
      TaxComponent component,
      MoneyView base,
      long ratePpm,
      String rounding,
      String rule,
      MoneyView amount) {

    static Tax of(TaxLine line) {
      return new Tax(
          line.component(),
          MoneyView.of(line.base()),
          line.rate().partsPerMillion(),
          HALF_UP,
          line.rule(),
          MoneyView.of(line.amount()));
    }
  }

  /** What the platform takes, of what, and by which version of which rule. */
  public record Fee(
      boolean agreed,
      MoneyView base,
      long ratePpm,
      String rounding,
      String source,
      String rule,
      Optional<UUID> ruleId,
      long ruleVersion,
      MoneyView amount,
      List<Tax> taxes) {

    static Fee of(ExplainBooking.Share share) {
      var rule = share.rule();
      var fee = share.fee();
      return new Fee(
          share.agreed(),
          MoneyView.of(fee.base()),
          share.rate().partsPerMillion(),
          HALF_UP,
          rule.source().name().toLowerCase(Locale.ROOT),
          rule.text(),
          rule.rule().map(FeeRuleId::value),
          rule.version(),
          MoneyView.of(fee.amount()),
          fee.taxes().stream().map(Tax::of).toList());
    }
  }

  /** What the client pays to the platform on top, of what, and by which version of which rule. */
  public record CustomerFee(
      MoneyView base,
      long ratePpm,
      Optional<MoneyView> flat,
      String rounding,
      String source,
      String rule,
      Optional<UUID> ruleId,
      long ruleVersion,
      boolean returnedInParts,
      MoneyView amount,
      List<Tax> taxes) {

    static CustomerFee of(CustomerFeeTerms terms, Money service) {
      var rule = FeeRuleName.parse(terms.rule(), FeeDirection.CUSTOMER_FEE);
      var fee = terms.on(service);
      return new CustomerFee(
          MoneyView.of(service),
          terms.rate().partsPerMillion(),
          terms.flat().map(MoneyView::of),
          HALF_UP,
          rule.source().name().toLowerCase(Locale.ROOT),
          rule.text(),
          rule.rule().map(FeeRuleId::value),
          rule.version(),
          fee.returnedInParts(),
          MoneyView.of(fee.amount()),
          fee.taxes().stream().map(Tax::of).toList());
    }
  }

  static ExplanationView of(Explained explained) {
    Price price = explained.price();
    return new ExplanationView(
        explained.booking().value(),
        MoneyView.of(price.service()),
        price.taxes().stream().map(Tax::of).toList(),
        MoneyView.of(price.tip()),
        price.onTop().map(terms -> CustomerFee.of(terms, price.service())),
        MoneyView.of(price.total()),
        MoneyView.of(explained.refunded()),
        MoneyView.of(explained.owed()),
        explained.share().map(Fee::of),
        explained.share().map(share -> MoneyView.of(share.payout())));
  }
}
