package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ClientErrorException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
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

/** The sandbox for one scenario; all of them share its books, and nothing in them. */
final class SandboxWorld implements GatewayWorld, WithSandbox {

  private static final AtomicReference<InstantSource> CLOCK =
      new AtomicReference<>(InstantSource.system());
  private static final Sandbox SANDBOX =
      SandboxTestDatabase.prepared().sandbox(() -> CLOCK.get().instant());

  private final Deque<Mishap> mishaps = new ConcurrentLinkedDeque<>();
  private final PaymentGateway gateway =
      BadLine.to(SANDBOX.gateway(), () -> Optional.ofNullable(mishaps.poll()));
  private final SandboxWebhookResource resource;
  private final long firstEvent;

  SandboxWorld(Trade trade) {
    CLOCK.set(trade.market.in.system);
    resource =
        new SandboxWebhookResource(
            SANDBOX, trade.market.receiveGatewayEvent, trade.market.in.systemEvents);
    firstEvent =
        SANDBOX.database().run(EventRow::newest).stream()
            .mapToLong(EventRow::number)
            .max()
            .orElse(0);
  }

  @Override
  public Sandbox sandbox() {
    return SANDBOX;
  }

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public GatewayBooks books() {
    return SANDBOX.books();
  }

  @Override
  public void refundByHand(GatewayReference payment, Money amount) {
    assertThat(SANDBOX.counterparties().refundByHand(payment, OptionalLong.of(amount.minor())))
        .isEqualTo(Counterparties.Act.DONE);
  }

  @Override
  public void next(Mishap... coming) {
    mishaps.addAll(List.of(coming));
  }

  @Override
  public long made(OperationKey key) {
    var book =
        switch (key.step()) {
          case CAPTURE -> Book.PAYMENTS;
          case REFUND -> Book.REFUNDS;
          case OPEN_PAYEE -> Book.ACCOUNTS;
          case TRANSFER -> Book.TRANSFERS;
          case REVERSE -> Book.REVERSALS;
          case PAY_OUT -> Book.PAYOUTS;
          case SAVE_METHOD -> Book.SETUPS;
          case OPEN_PAYER, REMOVE_METHOD, FORGET_PAYER ->
              throw new IllegalArgumentException("moves no money: " + key.text());
        };
    return SANDBOX.database().run(connection -> book.find(connection, key)).isPresent() ? 1 : 0;
  }

  @Override
  public List<String> events() {
    return SANDBOX
        .database()
        .run(
            connection ->
                SandboxDatabase.all(
                    connection,
                    "select * from sandbox.event where number > ? order by number",
                    EventRow::read,
                    firstEvent))
        .stream()
        .map(EventRow::body)
        .toList();
  }

  @Override
  public String signature(Signer signer, byte[] body, Instant at) {
    var signature =
        switch (signer) {
          case GATEWAY -> SANDBOX.signature();
          case STRANGER -> new WebhookSignature(List.of("a guess"));
        };
    return signature.header(body, at);
  }

  @Override
  public int post(@Nullable String signature, byte[] body) {
    try (var response = resource.receive(signature, body)) {
      return response.getStatus();
    } catch (ClientErrorException refused) {
      return refused.getResponse().getStatus();
    }
  }

  @Override
  public void close() {
    mishaps.clear();
  }
}
