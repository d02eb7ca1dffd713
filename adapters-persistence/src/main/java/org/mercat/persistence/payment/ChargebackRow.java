package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicy.Bearer;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.Evidence;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Loss;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.Split;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * Table {@code chargeback}, column for component. What has been posted as withdrawn and kept is
 * what the gateway has told last, so it stands there once.
 */
record ChargebackRow(
    UUID id,
    UUID bookingId,
    UUID providerId,
    String dispute,
    String payment,
    Claim.Status status,
    String reason,
    long amountMinor,
    String currency,
    long withdrawnMinor,
    long feesMinor,
    String feesCurrency,
    @Nullable Instant respondBy,
    int submissions,
    Instant openedAt,
    Bearer bearer,
    boolean feePassedOn,
    @Nullable Long lossServiceMinor,
    @Nullable String lossTaxesMinor,
    @Nullable Long lossTipMinor,
    @Nullable Long lossCustomerFeeMinor,
    @Nullable String lossCustomerFeeTaxesMinor,
    @Nullable Long lossExcessMinor,
    @Nullable Holder lossFrom,
    long lostMinor,
    long feeBorneMinor,
    boolean freezes,
    int changes,
    String answers,
    Evidence.State evidence,
    int evidenceNumber,
    long version) {

  static ChargebackRow of(Chargeback chargeback) {
    var claim = chargeback.claim();
    var books = chargeback.books();
    var loss = books.loss().orElse(null);
    return new ChargebackRow(
        chargeback.id().value(),
        chargeback.booking().value(),
        chargeback.provider().value(),
        claim.dispute().value(),
        claim.payment().value(),
        claim.status(),
        claim.reason(),
        claim.amount().minor(),
        claim.amount().currency().getCurrencyCode(),
        books.withdrawn().minor(),
        books.fees().minor(),
        books.fees().currency().getCurrencyCode(),
        claim.respondBy().orElse(null),
        claim.submissions(),
        claim.openedAt(),
        chargeback.policy().bearer(),
        chargeback.policy().feePassedOn(),
        loss == null ? null : loss.part().service().minor(),
        loss == null ? null : taxesMinor(loss.part().taxes()),
        loss == null ? null : loss.part().tip().minor(),
        loss == null ? null : loss.part().customerFee().minor(),
        loss == null ? null : taxesMinor(loss.part().customerFeeTaxes()),
        loss == null ? null : loss.excess().minor(),
        loss == null ? null : loss.from(),
        loss == null ? 0 : loss.total().minor(),
        books.feePassedOn().minor(),
        books.freezes(),
        books.changes(),
        EvidenceJson.of(chargeback.evidence().answers()),
        chargeback.evidence().state(),
        chargeback.evidence().number(),
        chargeback.version());
  }

  Chargeback toDomain() {
    return new Chargeback(
        new ChargebackId(id),
        new BookingId(bookingId),
        new ProviderId(providerId),
        claim(),
        new ChargebackPolicy(bearer, feePassedOn),
        new Chargeback.Books(
            money(withdrawnMinor), fees(), loss(), money(feeBorneMinor), freezes, changes),
        new Evidence(EvidenceJson.read(answers), evidence, evidenceNumber),
        version);
  }

  private Claim claim() {
    return new Claim(
        new GatewayReference(dispute),
        new GatewayReference(payment),
        status,
        reason,
        money(amountMinor),
        money(withdrawnMinor),
        fees(),
        Optional.ofNullable(respondBy),
        submissions,
        openedAt);
  }

  private Optional<Loss> loss() {
    return Optional.ofNullable(lossFrom)
        .map(
            from ->
                new Loss(
                    new Split(
                        money(requireNonNull(lossServiceMinor)),
                        taxes(requireNonNull(lossTaxesMinor)),
                        money(requireNonNull(lossTipMinor)),
                        money(requireNonNull(lossCustomerFeeMinor)),
                        taxes(requireNonNull(lossCustomerFeeTaxesMinor))),
                    money(requireNonNull(lossExcessMinor)),
                    from));
  }

  private List<Money> taxes(String minor) {
    return minor.isEmpty()
        ? List.of()
        : Arrays.stream(minor.split(",", -1)).map(Long::parseLong).map(this::money).toList();
  }

  private static String taxesMinor(List<Money> taxes) {
    return taxes.stream().map(tax -> Long.toString(tax.minor())).collect(joining(","));
  }

  private Money fees() {
    return Money.of(feesMinor, feesCurrency);
  }

  private Money money(long minor) {
    return Money.of(minor, currency);
  }
}
