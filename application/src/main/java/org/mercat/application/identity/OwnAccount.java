package org.mercat.application.identity;

import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.shared.Permission;

/** The account of the caller, with all that he says about himself. */
public final class OwnAccount {

  public record Command(Caller caller) {}

  public sealed interface Outcome {
    record Found(UserAccount account) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final UnitOfWork unitOfWork;

  public OwnAccount(Access access, Users users, UnitOfWork unitOfWork) {
    this.access = access;
    this.users = users;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> users.find(command.caller().user()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
