package org.mercat.application.payment;

import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.shared.Permission;

/** What the caller has let the gateway keep, the newest first. */
public final class OwnPaymentMethods {

  public record Query(Caller caller, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Listed(Page<SavedMethod> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final SavedMethods methods;
  private final UnitOfWork unitOfWork;

  public OwnPaymentMethods(Access access, SavedMethods methods, UnitOfWork unitOfWork) {
    this.access = access;
    this.methods = methods;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.ACCOUNT_OWN)
        ? unitOfWork.run(
            () -> new Outcome.Listed(methods.list(query.caller().user(), query.page())))
        : new Outcome.Forbidden();
  }
}
