package org.mercat.application.fee;

import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.fee.port.VolumeMonths.Selection;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.shared.Permission;

/** Query: what sellers have sold in which month, the last closed first, for administrators. */
public final class VolumeMonthList {

  public record Query(Caller caller, Selection selection, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Page<VolumeMonth> months) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final VolumeMonths months;
  private final UnitOfWork unitOfWork;

  public VolumeMonthList(Access access, VolumeMonths months, UnitOfWork unitOfWork) {
    this.access = access;
    this.months = months;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.FEE_MANAGE)
        ? new Outcome.Found(unitOfWork.run(() -> months.page(query.selection(), query.page())))
        : new Outcome.Forbidden();
  }
}
