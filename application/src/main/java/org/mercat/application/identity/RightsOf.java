package org.mercat.application.identity;

import org.mercat.application.identity.port.UserRights;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;

/** Query: what somebody may do, for whoever looks after accounts. */
public final class RightsOf {

  public record Query(Caller caller, UserId user) {}

  public sealed interface Outcome {
    record Found(Rights rights) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final UserRights rights;
  private final UnitOfWork unitOfWork;

  public RightsOf(Access access, UserRights rights, UnitOfWork unitOfWork) {
    this.access = access;
    this.rights = rights;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.ACCOUNT_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> rights.find(query.user()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
