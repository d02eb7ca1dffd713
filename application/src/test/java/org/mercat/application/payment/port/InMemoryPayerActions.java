package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.payment.port.PayerAccounts.SetupView;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.GatewayReference;

/** The pages of {@link InMemoryPaymentGateway} on which payers act. */
public final class InMemoryPayerActions implements PayerActions {

  private static final String PAGE = "memory://payer/";

  private final InMemoryPaymentGateway gateway;

  public InMemoryPayerActions(InMemoryPaymentGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public Outcome<Optional<PayerAction>> of(GatewayReference payment) {
    return gateway.payment(payment) instanceof Outcome.Done<PaymentView>(var view, _)
        ? new Outcome.Done<>(page(view.status(), view.reference()), false)
        : KeptAnswer.read(Optional.empty());
  }

  @Override
  public Outcome<Optional<PayerAction>> ofSetup(GatewayReference setup) {
    return gateway.payers().setup(setup) instanceof Outcome.Done<SetupView>(var view, _)
        ? new Outcome.Done<>(page(view.status(), view.reference()), false)
        : KeptAnswer.read(Optional.empty());
  }

  /** The payer does there what is needed, or gives up. */
  public void act(PayerAction page, boolean succeeds) {
    var waiting = new GatewayReference(page.url().substring(PAGE.length()));
    if (waiting.value().startsWith("seti_")) {
      gateway.payers().completeSetup(waiting, succeeds);
    } else {
      gateway.completeAction(waiting, succeeds);
    }
  }

  private static Optional<PayerAction> page(Status status, GatewayReference waiting) {
    return status == Status.REQUIRES_ACTION
        ? Optional.of(new PayerAction(PAGE + waiting.value()))
        : Optional.empty();
  }
}
