package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.CustomerFee;
import org.mercat.domain.fee.CustomerFeeTerms;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Refunded;
import org.mercat.domain.payment.MoneyState.Refunding;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;
import org.mercat.domain.shared.Zone;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxRate;
import org.mercat.domain.tax.TaxRules;

/**
 * Random lives of the money of a booking: charged, refunded in parts that may fail, cancelled or
 * released, and refunded again. Whatever happens, the books are right after every step, nothing is
 * released that was promised to the client, and at the end nothing is left between the accounts.
 * {@code -Dmercat.histories=200000} runs more of them; a failure names the seed of its history.
 */
class MoneyHistoriesTest {

  private static final Instant NOW = Instant.parse("2030-01-01T17:00:00Z");
  private static final Currency CAD = Currency.getInstance("CAD");
  private static final int HISTORIES = Integer.getInteger("mercat.histories", 5_000);
  private static final List<String> SUBDIVISIONS = List.of("ON", "QC", "AB", "NS", "BC", "NB");

  @Test
  void the_books_are_right_after_every_step() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      new History(seed).run();
    }
  }

  @Test
  void a_refund_costs_everybody_the_same_before_the_release_as_after_it() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      assertThat(new History(seed).refundedThenReleased())
          .as("seed %d", seed)
          .isEqualTo(new History(seed).releasedThenRefunded());
    }
  }

  @Test
  void many_small_refunds_give_back_what_one_large_one_does() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      var history = new History(seed);
      assertThat(history.refundedInParts()).as("seed %d", seed).isEqualTo(history.refundedAtOnce());
    }
  }

  /** One life, driven by its seed. */
  private static final class History {

    private final int seed;
    private final SplittableRandom dice;
    private final Charge charge;
    private final FeeTerms fee;
    private final Map<Account, Long> books = new HashMap<>();
    private Payment payment;

    /** Of the service, and of the tip: the most that the client has ever been told to get back. */
    private long promised;

    private long promisedTip;

    History(int seed) {
      this.seed = seed;
      this.dice = new SplittableRandom(seed);
      var place = new Jurisdiction("CA", SUBDIVISIONS.get(dice.nextInt(SUBDIVISIONS.size())));
      var rates = TaxRules.canada().rates(place, Supply.SERVICE, Zone.UTC.dayOf(NOW));
      var service = Money.of(dice.nextLong(1, 100_000), "CAD");
      this.charge =
          new Charge(
              new BookingId(new UUID(1, seed)),
              new UserId(new UUID(2, seed)),
              new ProviderId(new UUID(3, seed)),
              service,
              Tax.on(service, dice.nextBoolean() ? rates : List.of()),
              Money.of(dice.nextBoolean() ? dice.nextLong(5_000) : 0, "CAD"),
              dice.nextBoolean() ? onTop(rates).on(service) : CustomerFee.none(CAD));
      this.fee =
          new FeeTariff(new Rate(dice.nextLong(500_000)), dice.nextBoolean(), 1).terms(rates);
      this.payment = Payment.start(charge, NOW);
    }

    private CustomerFeeTerms onTop(List<TaxRate> rates) {
      var flat = Optional.of(Money.of(dice.nextLong(500), "CAD")).filter(_ -> dice.nextBoolean());
      return new CustomerFeeTerms(
          new Rate(dice.nextLong(200_000)),
          flat,
          dice.nextBoolean() ? rates : List.of(),
          dice.nextInt(3) > 0,
          "everybody");
    }

    void run() {
      capture();
      for (var steps = dice.nextInt(8); steps > 0 && payment.money() instanceof Held; steps--) {
        refundSomething();
      }
      if (payment.money() instanceof Held) {
        end();
      }
      for (var steps = dice.nextInt(4); steps > 0 && payment.money() instanceof Released; steps--) {
        refundSomething();
      }
      while (payment.money() instanceof Released && !payment.owed().isNothing()) {
        repeatWhatIsOwed();
      }
      finish();
    }

    Map<Account, Long> refundedThenReleased() {
      capture();
      refundSomething();
      if (payment.money() instanceof Held) {
        step(payment.release(fee, NOW));
      }
      while (payment.money() instanceof Held) {
        repeatWhatIsOwed();
      }
      return balances();
    }

    Map<Account, Long> releasedThenRefunded() {
      capture();
      step(payment.release(fee, NOW));
      refundSomething();
      while (payment.money() instanceof Released && !payment.owed().isNothing()) {
        repeatWhatIsOwed();
      }
      return balances();
    }

    private void capture() {
      step(
          payment.captured(
              OperationKey.capture(charge.booking()), new GatewayReference("pay"), NOW));
    }

    private Map<Account, Long> balances() {
      books.values().removeIf(balance -> balance == 0);
      return books;
    }

    private void refundSomething() {
      var left = payment.rest().service().minor();
      if (left == 0) {
        refundWhatIsLeftBeside();
        return;
      }
      if (dice.nextInt(5) == 0) {
        refundElsewhere();
        return;
      }
      var part = dice.nextLong(left) + 1;
      promise(part, 0);
      step(payment.refund(request(part, 0), NOW));
      answer(dice.nextInt(4) > 0);
    }

    /** All of the service is back, but not all that went with it. */
    private void refundWhatIsLeftBeside() {
      if (!payment.rest().isNothing() && dice.nextBoolean()) {
        var tip = payment.rest().tip().minor();
        promise(0, tip);
        step(payment.refund(request(0, tip), NOW));
        answer(dice.nextInt(4) > 0);
      }
    }

    /** Somebody gives back an amount of which no line is known. */
    private void refundElsewhere() {
      var rest = payment.rest().total().minor();
      var before = payment.refunded().total().minor();
      var amount = dice.nextInt(4) == 0 ? rest : dice.nextLong(rest) + 1;
      step(payment.refundedElsewhere(Money.of(amount, "CAD"), NOW));
      assertThat(payment.refunded().total().minor()).as(this::name).isEqualTo(before + amount);
    }

    private void end() {
      if (dice.nextBoolean()) {
        step(payment.release(fee, NOW));
      } else {
        var back = dice.nextLong(charge.service().minor() + 1);
        promise(back - payment.refunded().service().minor(), payment.rest().tip().minor());
        step(payment.cancel(Money.of(back, "CAD"), fee, NOW));
        answer(dice.nextInt(4) > 0);
      }
      if (payment.money() instanceof Held) {
        step(payment.release(fee, NOW));
      }
      while (payment.money() instanceof Held) {
        repeatWhatIsOwed();
      }
    }

    /** All of it, or a part; either may fail again. */
    private void repeatWhatIsOwed() {
      assertThat(payment.releaseDue(NOW))
          .as(this::name)
          .isEqualTo(
              new Transition.Refused(
                  payment.money() instanceof Held ? Refusal.REFUND_OWED : Refusal.WRONG_STATE));
      var owed = payment.refundable();
      var service = owed.service().minor();
      step(
          payment.refund(
              dice.nextBoolean() && service > 0
                  ? request(dice.nextLong(service) + 1, 0)
                  : request(service, owed.tip().minor()),
              NOW));
      answer(dice.nextBoolean());
    }

    private void promise(long service, long tip) {
      promised = Math.max(promised, payment.refunded().service().minor() + service);
      promisedTip = Math.max(promisedTip, payment.refunded().tip().minor() + tip);
    }

    private void answer(boolean paid) {
      var key = OperationKey.refund(charge.booking(), payment.refunds());
      var underWay =
          switch (payment.money()) {
            case Held(_, var refunding) -> refunding.isPresent();
            case Released(_, var refunding) -> refunding.isPresent();
            case Refunding _ -> true;
            case MoneyState _ -> false;
          };
      if (underWay) {
        step(
            paid
                ? payment.refundPaid(key, NOW)
                : payment.refundFailed(key, FailureCode.REJECTED, NOW));
      }
    }

    private void step(Transition transition) {
      if (transition instanceof Transition.Done(var next, var entries, _)) {
        assertThat(entries)
            .as(this::name)
            .noneMatch(entry -> entry.kind() == Kind.RELEASE && !hasAllThatWasPromised(next));
        payment = next;
        entries.stream().flatMap(entry -> entry.postings().stream()).forEach(this::post);
        assertThat(books.values().stream().mapToLong(Long::longValue).sum())
            .as(this::name)
            .isZero();
        books.forEach(this::assertNotOverdrawn);
      }
    }

    private boolean hasAllThatWasPromised(Payment next) {
      return next.refunded().service().minor() >= promised
          && next.refunded().tip().minor() >= promisedTip;
    }

    private void post(Posting posting) {
      books.merge(posting.account(), posting.amount().minor(), Long::sum);
    }

    private void assertNotOverdrawn(Account account, long balance) {
      if (account.name().startsWith("escrow:")) {
        assertThat(balance).as(this::name).isNotPositive();
      }
    }

    private void finish() {
      assertThat(payment.money()).as(this::name).isInstanceOfAny(Released.class, Refunded.class);
      assertThat(payment.owed().isNothing()).as(this::name).isTrue();
      assertThat(hasAllThatWasPromised(payment)).as(this::name).isTrue();
      var kept = payment.rest();
      var taken = fee.on(kept.service());
      var released = payment.money() instanceof Released;
      assertThat(balance(Account.REFUNDS_PAYABLE)).as(this::name).isZero();
      assertThat(balance(Account.GATEWAY_CLEARING)).as(this::name).isEqualTo(kept.total().minor());
      assertThat(-balance(Account.PLATFORM_REVENUE))
          .as(this::name)
          .isEqualTo(released ? taken.amount().plus(kept.customerFee()).minor() : 0);
      assertThat(-balance(Account.PLATFORM_FEE_TAX_PAYABLE))
          .as(this::name)
          .isEqualTo(released ? taken.tax().plus(kept.customerFeeTax()).minor() : 0);
      assertThat(-balance(Account.provider(charge.provider())))
          .as(this::name)
          .isEqualTo(released ? kept.total().minus(kept.onTop()).minus(taken.total()).minor() : 0);
    }

    Split refundedInParts() {
      var parts = new ArrayList<Long>();
      for (var left = charge.service().minor(); left > 0; left -= parts.getLast()) {
        parts.add(dice.nextLong(left) + 1);
      }
      var back = charge.nothing();
      for (var part : parts) {
        back = back.plus(charge.refund(back, Money.of(part, "CAD"), Money.of(0, "CAD")));
      }
      return back;
    }

    Split refundedAtOnce() {
      return charge.refund(charge.nothing(), charge.service(), Money.of(0, "CAD"));
    }

    private RefundRequest request(long service, long tip) {
      return new RefundRequest(
          Money.of(service, "CAD"), Money.of(tip, "CAD"), Role.PROVIDER, "not as agreed");
    }

    private long balance(Account account) {
      return books.getOrDefault(account, 0L);
    }

    private String name() {
      return "seed " + seed + " in " + payment.money();
    }
  }
}
