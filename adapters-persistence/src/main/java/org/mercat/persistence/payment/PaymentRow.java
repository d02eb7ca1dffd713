package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.CustomerFee;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.Contest;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.MoneyState;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Split;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.persistence.tax.TaxJson;

/**
 * Table {@code payment}, column for component, and its tax lines; amounts that go line for line
 * with these are numbers with commas between them. Those on the service come first, those on the
 * customer fee after them.
 */
record PaymentRow(
    UUID bookingId,
    UUID clientId,
    UUID providerId,
    String currency,
    long serviceMinor,
    String taxes,
    int taxesOnService,
    long tipMinor,
    long customerFeeMinor,
    boolean customerFeeReturnedInParts,
    StateCode state,
    Instant stateAt,
    boolean refunding,
    boolean refundingReleased,
    long refundingServiceMinor,
    String refundingTaxesMinor,
    long refundingTipMinor,
    long refundingCustomerFeeMinor,
    long refundedServiceMinor,
    String refundedTaxesMinor,
    long refundedTipMinor,
    long refundedCustomerFeeMinor,
    long owedServiceMinor,
    String owedTaxesMinor,
    long owedTipMinor,
    long owedCustomerFeeMinor,
    int disputesOpen,
    long lostServiceMinor,
    String lostTaxesMinor,
    long lostTipMinor,
    long lostCustomerFeeMinor,
    int refunds,
    boolean outcomeUnknown,
    @Nullable String reference,
    @Nullable Long releaseRatePpm,
    @Nullable String releaseRule,
    @Nullable String releaseTaxes,
    long version) {

  enum StateCode {
    NONE,
    INVOICED,
    AUTHORIZED,
    CAPTURING,
    HELD,
    RELEASING,
    RELEASED,
    REFUNDING,
    REFUNDED
  }

  static PaymentRow of(Payment payment) {
    var charge = payment.charge();
    var under = refundUnder(payment.money());
    var going = under.orElseGet(charge::nothing);
    var gone = payment.refunded();
    var owed = payment.owed();
    var lost = payment.contest().lost();
    var terms = payment.releaseUnder().orElse(null);
    return new PaymentRow(
        charge.booking().value(),
        charge.client().value(),
        charge.provider().value(),
        charge.service().currency().getCurrencyCode(),
        charge.service().minor(),
        TaxJson.ofLines(charge.allTaxes()),
        charge.taxes().size(),
        charge.tip().minor(),
        charge.customerFee().amount().minor(),
        charge.customerFee().returnedInParts(),
        code(payment.money()),
        payment.money().at(),
        under.isPresent(),
        isOfReleased(payment.money()),
        going.service().minor(),
        taxesMinor(going),
        going.tip().minor(),
        going.customerFee().minor(),
        gone.service().minor(),
        taxesMinor(gone),
        gone.tip().minor(),
        gone.customerFee().minor(),
        owed.service().minor(),
        taxesMinor(owed),
        owed.tip().minor(),
        owed.customerFee().minor(),
        payment.contest().open(),
        lost.service().minor(),
        taxesMinor(lost),
        lost.tip().minor(),
        lost.customerFee().minor(),
        payment.refunds(),
        payment.outcomeUnknown(),
        payment.reference().map(GatewayReference::value).orElse(null),
        terms == null ? null : terms.rate().partsPerMillion(),
        terms == null ? null : terms.rule(),
        terms == null ? null : TaxJson.ofRates(terms.taxes()),
        payment.version());
  }

  Payment toDomain() {
    return new Payment(
        charge(),
        money(),
        Optional.ofNullable(reference).map(GatewayReference::new),
        split(refundedServiceMinor, refundedTaxesMinor, refundedTipMinor, refundedCustomerFeeMinor),
        split(owedServiceMinor, owedTaxesMinor, owedTipMinor, owedCustomerFeeMinor),
        refunds,
        outcomeUnknown,
        releaseUnder(),
        new Contest(
            disputesOpen,
            split(lostServiceMinor, lostTaxesMinor, lostTipMinor, lostCustomerFeeMinor)),
        version);
  }

  private static StateCode code(MoneyState money) {
    return switch (money) {
      case MoneyState.None _ -> StateCode.NONE;
      case MoneyState.Invoiced _ -> StateCode.INVOICED;
      case MoneyState.Authorized _ -> StateCode.AUTHORIZED;
      case MoneyState.Capturing _ -> StateCode.CAPTURING;
      case MoneyState.Held _ -> StateCode.HELD;
      case MoneyState.Releasing _ -> StateCode.RELEASING;
      case MoneyState.Released _ -> StateCode.RELEASED;
      case MoneyState.Refunding _ -> StateCode.REFUNDING;
      case MoneyState.Refunded _ -> StateCode.REFUNDED;
    };
  }

  private static Optional<Split> refundUnder(MoneyState money) {
    return switch (money) {
      case MoneyState.Held(_, var part) -> part;
      case MoneyState.Released(_, var part) -> part;
      case MoneyState.Refunding(_, var rest, _) -> Optional.of(rest);
      case MoneyState.Unasked _, MoneyState.Capturing _, MoneyState.Leaving _, MoneyState.Gone _ ->
          Optional.empty();
    };
  }

  private static boolean isOfReleased(MoneyState money) {
    return money instanceof MoneyState.Refunding(_, _, var from) && from == Holder.EARNERS;
  }

  private static String taxesMinor(Split split) {
    return split.allTaxes().stream()
        .map(tax -> Long.toString(tax.minor()))
        .collect(Collectors.joining(","));
  }

  private Charge charge() {
    var lines = TaxJson.lines(taxes, currency);
    return new Charge(
        new BookingId(bookingId),
        new UserId(clientId),
        new ProviderId(providerId),
        Money.of(serviceMinor, currency),
        lines.subList(0, taxesOnService),
        Money.of(tipMinor, currency),
        new CustomerFee(
            Money.of(customerFeeMinor, currency),
            lines.subList(taxesOnService, lines.size()),
            customerFeeReturnedInParts));
  }

  private MoneyState money() {
    return switch (state) {
      case NONE -> new MoneyState.None(stateAt);
      case INVOICED -> new MoneyState.Invoiced(stateAt);
      case AUTHORIZED -> new MoneyState.Authorized(stateAt);
      case CAPTURING -> new MoneyState.Capturing(stateAt);
      case HELD -> new MoneyState.Held(stateAt, part());
      case RELEASING -> new MoneyState.Releasing(stateAt);
      case RELEASED -> new MoneyState.Released(stateAt, part());
      case REFUNDING ->
          new MoneyState.Refunding(
              stateAt, going(), refundingReleased ? Holder.EARNERS : Holder.ESCROW);
      case REFUNDED -> new MoneyState.Refunded(stateAt);
    };
  }

  private Optional<Split> part() {
    return Optional.of(going()).filter(_ -> refunding);
  }

  private Split going() {
    return split(
        refundingServiceMinor, refundingTaxesMinor, refundingTipMinor, refundingCustomerFeeMinor);
  }

  private Split split(long service, String taxesMinor, long tip, long customerFee) {
    var lines = amounts(taxesMinor);
    return new Split(
        Money.of(service, currency),
        lines.subList(0, taxesOnService),
        Money.of(tip, currency),
        Money.of(customerFee, currency),
        lines.subList(taxesOnService, lines.size()));
  }

  private List<Money> amounts(String minor) {
    return minor.isEmpty()
        ? List.of()
        : Arrays.stream(minor.split(",", -1))
            .map(amount -> Money.of(Long.parseLong(amount), currency))
            .toList();
  }

  private Optional<FeeTerms> releaseUnder() {
    return Optional.ofNullable(releaseRatePpm)
        .map(
            ratePpm ->
                new FeeTerms(
                    new Rate(ratePpm),
                    requireNonNull(releaseRule),
                    TaxJson.rates(requireNonNull(releaseTaxes))));
  }
}
