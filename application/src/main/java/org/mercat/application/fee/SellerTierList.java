package org.mercat.application.fee;

import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.fee.port.SellerTiers.Selection;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.shared.Permission;

/** Query: who is, was and will be of which level, the last set first, for administrators. */
public final class SellerTierList {

  public record Query(Caller caller, Selection selection, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Page<SellerTier> tiers) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final SellerTiers tiers;
  private final UnitOfWork unitOfWork;

  public SellerTierList(Access access, SellerTiers tiers, UnitOfWork unitOfWork) {
    this.access = access;
    this.tiers = tiers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.FEE_MANAGE)
        ? new Outcome.Found(unitOfWork.run(() -> tiers.page(query.selection(), query.page())))
        : new Outcome.Forbidden();
  }
}
