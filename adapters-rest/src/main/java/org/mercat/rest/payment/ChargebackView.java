package org.mercat.rest.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.payment.port.Chargebacks.Material;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.Loss;
import org.mercat.rest.shared.MoneyView;

/**
 * A chargeback on the wire.
 *
 * @param frozen whether the money of the booking must not move because of it
 * @param lost what is somebody's loss; absent when nothing is
 * @param material what the provider has told; absent in a list
 */
public record ChargebackView(
    UUID id,
    UUID booking,
    UUID provider,
    String dispute,
    String status,
    String reason,
    MoneyView amount,
    MoneyView withdrawn,
    MoneyView fees,
    Optional<MoneyView> lost,
    String bearer,
    boolean feePassedOn,
    boolean frozen,
    String evidence,
    Optional<Instant> respondBy,
    Instant openedAt,
    Optional<List<MaterialView>> material) {

  /** What a provider has told. */
  public record MaterialView(String text, Instant at) {
    static MaterialView of(Material material) {
      return new MaterialView(material.text(), material.at());
    }
  }

  static ChargebackView of(Chargeback chargeback) {
    return of(chargeback, Optional.empty());
  }

  static ChargebackView of(Chargeback chargeback, List<Material> material) {
    return of(chargeback, Optional.of(material.stream().map(MaterialView::of).toList()));
  }

  private static ChargebackView of(Chargeback chargeback, Optional<List<MaterialView>> material) {
    var claim = chargeback.claim();
    return new ChargebackView(
        chargeback.id().value(),
        chargeback.booking().value(),
        chargeback.provider().value(),
        claim.dispute().value(),
        word(claim.status()),
        claim.reason(),
        MoneyView.of(claim.amount()),
        MoneyView.of(claim.withdrawn()),
        MoneyView.of(claim.fees()),
        chargeback.books().loss().map(Loss::total).map(MoneyView::of),
        word(chargeback.policy().bearer()),
        chargeback.policy().feePassedOn(),
        chargeback.books().freezes(),
        word(chargeback.evidence().state()),
        claim.respondBy(),
        claim.openedAt(),
        material);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
