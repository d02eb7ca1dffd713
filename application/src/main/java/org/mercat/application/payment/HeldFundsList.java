package org.mercat.application.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.HeldMoney;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.shared.Permission;

/** Query: what is held of the clients' money and until when it may be, for administrators. */
public final class HeldFundsList {

  /**
   * Which of it.
   *
   * @param deadlineBefore only what may not be held until then
   */
  public record Query(Caller caller, Optional<Instant> deadlineBefore, PageRequest page) {}

  public sealed interface Outcome {
    record Listed(Page<HeldFunds> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final HeldMoney heldMoney;
  private final UnitOfWork unitOfWork;

  public HeldFundsList(Access access, HeldMoney heldMoney, UnitOfWork unitOfWork) {
    this.access = access;
    this.heldMoney = heldMoney;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.LEDGER_AUDIT)
        ? new Outcome.Listed(
            unitOfWork.run(() -> heldMoney.find(query.deadlineBefore(), query.page())))
        : new Outcome.Forbidden();
  }
}
