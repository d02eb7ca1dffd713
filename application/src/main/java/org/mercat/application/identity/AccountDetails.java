package org.mercat.application.identity;

import java.util.List;
import org.mercat.application.identity.port.AccountDirectory;
import org.mercat.application.identity.port.AccountDirectory.Entry;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserEvent;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;

/** One account, also one that its owner has closed, for those who look after accounts. */
public final class AccountDetails {

  public record Command(Caller caller, UserId user) {}

  public sealed interface Outcome {
    record Found(Entry entry) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final AccountDirectory directory;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public AccountDetails(
      Access access, AccountDirectory directory, Disclosures disclosures, UnitOfWork unitOfWork) {
    this.access = access;
    this.directory = directory;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_READ)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> directory.findEntry(command.user()).map(this::shown))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }

  private Entry shown(Entry entry) {
    disclosures.shown(List.of(UserEvent.subject(entry.account().id())));
    return entry;
  }
}
