package org.mercat.application.payment.port;

import java.util.Optional;
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
        ? new Outcome.Done<>(action(view), false)
        : KeptAnswer.read(Optional.empty());
  }

  /** The payer does there what is needed, or gives up. */
  public void act(PayerAction page, boolean succeeds) {
    gateway.completeAction(new GatewayReference(page.url().substring(PAGE.length())), succeeds);
  }

  private static Optional<PayerAction> action(PaymentView view) {
    return view.status() == Status.REQUIRES_ACTION
        ? Optional.of(new PayerAction(PAGE + view.reference().value()))
        : Optional.empty();
  }
}
