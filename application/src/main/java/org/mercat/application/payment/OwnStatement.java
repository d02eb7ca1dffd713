package org.mercat.application.payment;

import java.time.Instant;
import java.util.Currency;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.payment.port.Statements.Line;
import org.mercat.application.payment.port.Statements.Period;
import org.mercat.application.payment.port.Statements.Sums;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Account;
import org.mercat.domain.shared.Permission;

/** What was posted to a provider's account in a time, with what it sums to. */
public final class OwnStatement {

  /**
   * What is asked for.
   *
   * @param from the first moment of the time
   * @param to the first moment after it
   */
  public record Query(
      Caller caller, Currency currency, Instant from, Instant to, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    /** A page of the lines, and the sums of all of them. */
    record Found(Page<Line> page, Sums sums) implements Outcome {}

    /** Only providers have an account. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final Statements statements;
  private final UnitOfWork unitOfWork;

  public OwnStatement(
      Access access, PayeeProfiles profiles, Statements statements, UnitOfWork unitOfWork) {
    this.access = access;
    this.profiles = profiles;
    this.statements = statements;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            profiles
                .of(query.caller().user())
                .map(profile -> Account.provider(profile.provider()))
                .map(account -> found(account, query))
                .orElseGet(Outcome.NoProfile::new));
  }

  private Outcome found(Account account, Query query) {
    var period = new Period(query.currency(), query.from(), query.to());
    return new Outcome.Found(
        statements.lines(account, period, query.page()), statements.sums(account, period));
  }
}
