package org.mercat.application.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/** Why a provider can be paid out or cannot, as the gateway says it; for administrators. */
public final class PayeeAccountDetails {

  public record Query(Caller caller, ProviderId provider) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(PayeeView account) implements Outcome {}

    /** The gateway does not show the account to the market any more. */
    record Ended(Instant at) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** There is no such provider, or it has opened no account. */
    record NotOpened() implements Outcome {}

    /** The gateway does not answer. */
    record Unavailable() implements Outcome {}
  }

  private final Access access;
  private final Payees payees;
  private final PaymentGateway gateway;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public PayeeAccountDetails(
      Access access,
      Payees payees,
      PaymentGateway gateway,
      Disclosures disclosures,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.payees = payees;
    this.gateway = gateway;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PAYOUT_RELEASE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(
            () -> {
              disclosures.shown(List.of(PayeeEvent.subject(query.provider())));
              return payees.find(query.provider());
            })
        .flatMap(this::found)
        .orElseGet(Outcome.NotOpened::new);
  }

  private Optional<Outcome> found(Payee payee) {
    return payee
        .endedAt()
        .<Outcome>map(Outcome.Ended::new)
        .or(() -> payee.reference().map(this::asked));
  }

  private Outcome asked(GatewayReference account) {
    return gateway.payee(account) instanceof PaymentGateway.Outcome.Done<PayeeView>(var view, _)
        ? new Outcome.Found(view)
        : new Outcome.Unavailable();
  }
}
