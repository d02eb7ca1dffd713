package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.MoneyState.Refunded;
import org.mercat.domain.payment.MoneyState.Refunding;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.PaymentEvent.RefundFailed;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;
import org.mercat.domain.shared.Zone;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxRules;

/** Of a service of 100.00 with 13.00 tax and a tip of 10.00, refunds come back from the bank. */
class ReturnedRefundTest {

  private static final Instant NOW = Instant.parse("2030-01-01T17:00:00Z");
  private static final int HISTORIES = 2_000;

  @Test
  void the_whole_is_held_again_and_owed() {
    var life = new Life(1);
    life.refund(10_000, 1_000);
    assertThat(life.payment.money()).isInstanceOf(Refunded.class);

    life.comesBack(0);

    assertThat(life.payment.money()).isInstanceOf(Held.class);
    assertThat(life.payment.owed()).isEqualTo(life.charge.whole());
    assertThat(life.payment.refunded().isNothing()).isTrue();
    assertThat(life.balance(Account.GATEWAY_CLEARING)).isEqualTo(12_300);
    assertThat(life.balance(new Escrow(life.charge.booking()).tax())).isEqualTo(-1_300);
    assertThat(life.events).last().isInstanceOf(RefundFailed.class);
  }

  @Test
  void after_the_release_it_is_theirs_who_have_earned_it() {
    var life = new Life(1);
    life.release();
    var released = life.balance(Account.provider(life.charge.provider()));
    life.refund(4_000, 0);

    life.comesBack(0);

    assertThat(life.payment.money()).isInstanceOf(Released.class);
    assertThat(life.payment.owed().total()).isEqualTo(cad(4_520));
    assertThat(life.balance(Account.provider(life.charge.provider()))).isEqualTo(released);
    assertThat(life.balance(Account.REFUNDS_PAYABLE)).isZero();
  }

  @Test
  void what_is_on_its_way_stays_on_its_way() {
    var life = new Life(1);
    life.refund(4_000, 0);
    life.begin(6_000, 1_000);
    assertThat(life.payment.money()).isInstanceOf(Refunding.class);

    life.comesBack(0);

    assertThat(life.payment.money().refundUnderWay().orElseThrow().total()).isEqualTo(cad(7_780));
    life.arrives();
    assertThat(life.payment.money()).isInstanceOf(Held.class);
    assertThat(life.payment.owed().total()).isEqualTo(cad(4_520));
  }

  @Test
  void nothing_comes_back_that_has_not_gone() {
    var life = new Life(1);
    var returned =
        new ReturnedRefund(
            OperationKey.refund(life.charge.booking(), 1), cad(1), FailureCode.REJECTED);

    assertThat(returned.of(life.payment, Holder.ESCROW, NOW))
        .isEqualTo(new Transition.Refused(Refusal.WRONG_STATE));
  }

  @Test
  void repeated_it_leaves_the_books_as_if_it_had_never_come_back() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      new Life(seed).run();
    }
  }

  /** The money of one booking, whose books are right after every step. */
  private static final class Life {

    private final int seed;
    private final SplittableRandom dice;
    private final Charge charge;
    private final FeeTerms fee;
    private final Map<Account, Long> books = new HashMap<>();
    private final Map<Integer, Money> arrived = new HashMap<>();
    private final List<PaymentEvent> events = new ArrayList<>();
    private Payment payment;
    private boolean isReleased;

    Life(int seed) {
      this.seed = seed;
      this.dice = new SplittableRandom(seed);
      var rates =
          TaxRules.canada()
              .rates(new Jurisdiction("CA", "ON"), Supply.SERVICE, Zone.UTC.dayOf(NOW));
      this.charge =
          new Charge(
              new BookingId(new UUID(1, seed)),
              new UserId(new UUID(2, seed)),
              new ProviderId(new UUID(3, seed)),
              cad(10_000),
              Tax.on(cad(10_000), rates),
              cad(1_000));
      this.fee = new FeeTariff(new Rate(125_000), true, 1).terms(rates);
      this.payment = Payment.start(charge, NOW);
      var key = OperationKey.capture(charge.booking());
      step(payment.captured(key, new GatewayReference("pay"), NOW));
    }

    void run() {
      for (var steps = 0; steps < 12; steps++) {
        switch (dice.nextInt(4)) {
          case 0 -> refundSomething();
          case 1 -> comeBackAtRandom();
          case 2 -> {
            if (payment.money() instanceof Held && payment.owed().isNothing()) {
              release();
            }
          }
          default -> repeat();
        }
      }
      while (!payment.owed().isNothing()) {
        repeat();
      }
      var kept = payment.rest();
      var taken = fee.on(kept.service());
      assertThat(balance(Account.REFUNDS_PAYABLE)).as(this::name).isZero();
      assertThat(balance(Account.GATEWAY_CLEARING)).as(this::name).isEqualTo(kept.total().minor());
      assertThat(balance(Account.PLATFORM_REVENUE))
          .as(this::name)
          .isEqualTo(isReleased ? -taken.amount().minor() : 0);
      assertThat(balance(Account.provider(charge.provider())))
          .as(this::name)
          .isEqualTo(isReleased ? taken.total().minus(kept.total()).minor() : 0);
    }

    private void refundSomething() {
      var rest = payment.rest();
      if (rest.service().isPositive()) {
        refund(dice.nextLong(rest.service().minor()) + 1, dice.nextLong(rest.tip().minor() + 1));
      }
    }

    private void comeBackAtRandom() {
      arrived.keySet().stream().findFirst().ifPresent(this::comesBack);
    }

    private void repeat() {
      var owed = payment.owed();
      if (!owed.isNothing()) {
        refund(owed.service().minor(), owed.tip().minor());
      }
    }

    void release() {
      isReleased = true;
      step(payment.release(fee, NOW));
    }

    void refund(long service, long tip) {
      begin(service, tip);
      arrives();
    }

    void begin(long service, long tip) {
      step(
          payment.refund(
              new RefundRequest(cad(service), cad(tip), Role.PROVIDER, "not as agreed"), NOW));
    }

    void arrives() {
      var amount = payment.money().refundUnderWay().orElseThrow().total();
      arrived.put(payment.refunds(), amount);
      step(payment.refundPaid(OperationKey.refund(charge.booking(), payment.refunds()), NOW));
    }

    /** Of that number; 0 is the first one that has arrived. */
    void comesBack(int number) {
      var which = number == 0 ? arrived.keySet().iterator().next() : number;
      var key = OperationKey.refund(charge.booking(), which);
      var amount = Optional.ofNullable(arrived.remove(which)).orElseThrow();
      var returned = new ReturnedRefund(key, amount, FailureCode.REJECTED);
      step(returned.of(payment, isReleased ? Holder.EARNERS : Holder.ESCROW, NOW));
    }

    private void step(Transition transition) {
      assertThat(transition).as(this::name).isInstanceOf(Transition.Done.class);
      if (transition instanceof Transition.Done(var next, var entries, var happened)) {
        payment = next;
        events.addAll(happened);
        entries.stream()
            .flatMap(entry -> entry.postings().stream())
            .forEach(line -> books.merge(line.account(), line.amount().minor(), Long::sum));
        books.forEach(
            (account, balance) ->
                assertThat(account.name().startsWith("escrow:") && balance > 0)
                    .as(this::name)
                    .isFalse());
      }
    }

    long balance(Account account) {
      return books.getOrDefault(account, 0L);
    }

    private String name() {
      return "seed " + seed + " in " + payment;
    }
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
