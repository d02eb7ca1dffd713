package org.mercat.payments.stripe;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.Trade;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.scenario.BadLine;
import org.mercat.application.scenario.GatewayWorld;
import org.mercat.application.scenario.Mishap;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;
import org.mercat.payments.shared.WebhookSignature;
import org.mercat.payments.stripe.SingleSendClient.Patience;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeStripe;
import org.mercat.payments.stripe.fake.Fault;

/** A Stripe of its own for one scenario. */
final class StripeWorld implements GatewayWorld, WithFakeStripe {

  private final FakeStripe stripe;
  private final StripePlatform platform;
  private final PaymentGateway gateway;
  private final StripeWebhookResource resource;

  StripeWorld(Trade trade) {
    var clock = trade.market.in.system;
    stripe = FakeStripe.start(clock);
    platform =
        StripePlatform.open(StripeOnTrial.place(stripe, AccountsApi.V2), Patience.USUAL, clock);
    gateway = BadLine.to(platform.gateway(), Optional::empty);
    resource =
        new StripeWebhookResource(
            platform, trade.market.receiveGatewayEvent, trade.market.in.systemEvents);
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
  public GatewayBooks books() {
    return platform.books();
  }

  @Override
  public void refundByHand(GatewayReference payment, Money amount) {
    stripe.refundByHand(payment.value(), amount.minor());
  }

  @Override
  public void next(Mishap... coming) {
    stripe.next(Arrays.stream(coming).map(it -> Fault.valueOf(it.name())).toArray(Fault[]::new));
  }

  @Override
  public long made(OperationKey key) {
    return stripe.made(key.text());
  }

  @Override
  public List<String> events() {
    return stripe.events();
  }

  @Override
  public String signature(Signer signer, byte[] body, Instant at) {
    var secret =
        switch (signer) {
          case GATEWAY -> "whsec_new";
          case STRANGER -> "a guess";
        };
    return signedBy(secret, body, at);
  }

  String signedBy(String secret, byte[] body, Instant at) {
    return new WebhookSignature(List.of(secret)).header(body, at);
  }

  @Override
  public int post(@Nullable String signature, byte[] body) {
    try (var response = resource.receive(signature, body)) {
      return response.getStatus();
    } catch (ClientErrorException refused) {
      return refused.getResponse().getStatus();
    } catch (ServerErrorException failed) {
      return failed.getResponse().getStatus();
    }
  }

  @Override
  public void close() {
    platform.close();
    stripe.close();
  }
}
