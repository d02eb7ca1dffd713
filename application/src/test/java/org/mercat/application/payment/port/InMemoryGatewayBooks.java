package org.mercat.application.payment.port;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** The books of {@link InMemoryPaymentGateway}. */
public final class InMemoryGatewayBooks implements GatewayBooks {

  private static final int PAGE = 50;

  private final InstantSource clock;
  private final List<Movement> movements = new ArrayList<>();
  private long fee;

  InMemoryGatewayBooks(InstantSource clock) {
    this.clock = clock;
  }

  /** From now on every charge costs that many minor units of its currency. */
  public synchronized void takeFee(long minor) {
    fee = minor;
  }

  /** Something moves that the market has not asked for. */
  public synchronized void moveUnasked(Movement.Kind kind, GatewayReference source, Money amount) {
    movements.add(
        new Movement(
            id(),
            kind,
            source,
            Optional.empty(),
            Optional.empty(),
            amount,
            Money.zero(amount.currency()),
            clock.instant()));
  }

  /** What was asked for once has been done a second time. */
  public synchronized void moveTwice(OperationKey key, GatewayReference twin) {
    var first =
        movements.stream()
            .filter(each -> each.key().filter(key::equals).isPresent())
            .findFirst()
            .orElseThrow();
    movements.add(
        new Movement(
            id(),
            first.kind(),
            twin,
            first.key(),
            Optional.empty(),
            first.amount(),
            Money.zero(first.amount().currency()),
            clock.instant()));
  }

  /** Somebody has given something of a payment back by hand. */
  synchronized void refundByHand(PaymentView payment, Money amount) {
    movements.add(
        new Movement(
            id(),
            Movement.Kind.REFUND,
            new GatewayReference("by_hand_" + movements.size()),
            Optional.empty(),
            Optional.of(payment.key()),
            amount.negated(),
            Money.zero(amount.currency()),
            clock.instant()));
  }

  synchronized void moveDisputed(
      GatewayReference dispute, OperationKey payment, Money amount, Money kept) {
    movements.add(
        new Movement(
            id(),
            Movement.Kind.DISPUTE,
            dispute,
            Optional.empty(),
            Optional.of(payment),
            amount,
            kept,
            clock.instant()));
  }

  synchronized void move(Movement.Kind kind, View source, Money amount) {
    var kept = Money.of(kind == Movement.Kind.CHARGE ? fee : 0, code(amount));
    movements.add(
        new Movement(
            id(),
            kind,
            source.reference(),
            Optional.of(source.key()),
            Optional.empty(),
            amount,
            kept,
            clock.instant()));
  }

  @Override
  public synchronized Outcome<MovementPage> movements(
      Instant from, Instant until, Optional<String> after) {
    var start = after.map(Integer::parseInt).orElse(0);
    var fitting =
        movements.stream()
            .filter(each -> !each.at().isBefore(from) && each.at().isBefore(until))
            .toList();
    var page = fitting.stream().skip(start).limit(PAGE).toList();
    var end = start + page.size();
    var next = end < fitting.size() ? Optional.of(Integer.toString(end)) : Optional.<String>empty();
    return new Outcome.Done<>(new MovementPage(page, next), false);
  }

  private String id() {
    return "txn_" + (movements.size() + 1);
  }

  private static String code(Money amount) {
    return amount.currency().getCurrencyCode();
  }
}
