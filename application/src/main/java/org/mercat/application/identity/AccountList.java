package org.mercat.application.identity;

import org.mercat.application.identity.port.AccountDirectory;
import org.mercat.application.identity.port.AccountDirectory.Entry;
import org.mercat.application.identity.port.AccountDirectory.Filter;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserEvent;
import org.mercat.domain.shared.Permission;

/** All accounts, newest first, for those who look after them. */
public final class AccountList {

  public record Query(Caller caller, Filter filter, PageRequest page) {}

  public sealed interface Outcome {
    record Found(Page<Entry> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final AccountDirectory directory;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public AccountList(
      Access access, AccountDirectory directory, Disclosures disclosures, UnitOfWork unitOfWork) {
    this.access = access;
    this.directory = directory;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.ACCOUNT_READ)
        ? new Outcome.Found(unitOfWork.run(() -> shown(query)))
        : new Outcome.Forbidden();
  }

  private Page<Entry> shown(Query query) {
    var page = directory.list(query.filter(), query.page());
    disclosures.shown(
        page.items().stream().map(entry -> UserEvent.subject(entry.account().id())).toList());
    return page;
  }
}
