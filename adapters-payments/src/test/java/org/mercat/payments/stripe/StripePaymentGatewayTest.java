package org.mercat.payments.stripe;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayBooksContract;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.GatewayEventsContract;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerAccountsContract;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PayerActionsContract;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGatewayContract;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeStripe;

/** With accounts of the second API; {@link StripeOnV1Test} has those of the first one. */
class StripePaymentGatewayTest
    implements WithFakeStripe,
        PaymentGatewayContract,
        GatewayBooksContract,
        GatewayEventsContract,
        PayerActionsContract,
        PayerAccountsContract {

  private final FakeStripe stripe = FakeStripe.start(InstantSource.system());
  private final StripePlatform platform = StripeOnTrial.at(stripe, accounts());
  private final PaymentGateway gateway = platform.gateway();

  AccountsApi accounts() {
    return AccountsApi.V2;
  }

  @AfterEach
  void close() {
    platform.close();
    stripe.close();
  }

  @Override
  public FakeStripe stripe() {
    return stripe;
  }

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public PayerAccounts payers() {
    return platform.payerAccounts();
  }

  @Override
  public PayerActions actions() {
    return platform.payerActions();
  }

  @Override
  public void act(PayerActions.PayerAction page, boolean succeeds) {
    var payment = page.url().substring(page.url().lastIndexOf('/') + 1);
    stripe.completeAction(payment, succeeds);
  }

  @Override
  public GatewayBooks books() {
    return platform.books();
  }

  @Override
  public GatewayEvents events() {
    return platform.events();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }
}
