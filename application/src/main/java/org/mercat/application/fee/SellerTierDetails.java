package org.mercat.application.fee;

import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.shared.Permission;

/** Query: one tier of a seller, also one that has ended, for administrators. */
public final class SellerTierDetails {

  public record Query(Caller caller, SellerTierId tier) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(SellerTier tier) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final SellerTiers tiers;
  private final UnitOfWork unitOfWork;

  public SellerTierDetails(Access access, SellerTiers tiers, UnitOfWork unitOfWork) {
    this.access = access;
    this.tiers = tiers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.FEE_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> tiers.find(query.tier()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
