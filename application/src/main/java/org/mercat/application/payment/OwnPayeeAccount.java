package org.mercat.application.payment;

import java.time.Instant;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.shared.Permission;

/** What the gateway says of the account of the provider that the caller is, and still asks for. */
public final class OwnPayeeAccount {

  public record Query(Caller caller) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(PayeeView account) implements Outcome {}

    /** The gateway does not show it to the market any more: another one may be opened. */
    record Ended(Instant at) implements Outcome {}

    /** Only providers are paid out. */
    record Forbidden() implements Outcome {}

    /** There is no profile, or no account has been opened. */
    record NotOpened() implements Outcome {}

    /** The gateway does not answer. */
    record Unavailable() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final Payees payees;
  private final PaymentGateway gateway;
  private final UnitOfWork unitOfWork;

  public OwnPayeeAccount(
      Access access,
      PayeeProfiles profiles,
      Payees payees,
      PaymentGateway gateway,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.profiles = profiles;
    this.payees = payees;
    this.gateway = gateway;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(
            () ->
                profiles
                    .of(query.caller().user())
                    .flatMap(own -> payees.find(own.provider()))
                    .filter(payee -> payee.reference().isPresent()))
        .map(this::found)
        .orElseGet(Outcome.NotOpened::new);
  }

  private Outcome found(Payee payee) {
    return payee
        .endedAt()
        .<Outcome>map(Outcome.Ended::new)
        .orElseGet(() -> asked(payee.reference().orElseThrow()));
  }

  private Outcome asked(GatewayReference account) {
    return gateway.payee(account) instanceof PaymentGateway.Outcome.Done<PayeeView>(var view, _)
        ? new Outcome.Found(view)
        : new Outcome.Unavailable();
  }
}
