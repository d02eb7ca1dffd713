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
import org.mercat.domain.payment.ChargebackPolicy.Bearer;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.Payment.Transition.Done;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;

/** Many lives of a payment that its payer's bank contests, told in any order and more than once. */
class ChargebackHistoriesTest {

  private static final Instant NOW = Instant.parse("2030-01-01T17:00:00Z");
  private static final int HISTORIES = Integer.getInteger("mercat.histories", 5_000);
  private static final Money FEE = Money.of(1_500, "CAD");

  @Test
  void the_books_are_right_after_every_step_and_nothing_stays_contested() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      new History(seed).run(1);
    }
  }

  @Test
  void what_is_told_more_than_once_changes_nothing() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      var once = new History(seed);
      var often = new History(seed);
      once.run(1);
      often.run(3);
      assertThat(often.books).as("seed %d", seed).isEqualTo(once.books);
    }
  }

  /** One life, driven by its seed. */
  private static final class History {

    private final int seed;
    private final SplittableRandom dice;
    private final Charge charge;
    private final FeeTerms terms;
    private final Map<Account, Long> books = new HashMap<>();
    private final List<Claim> told = new ArrayList<>();
    private Payment payment;
    private Optional<Chargeback> chargeback = Optional.empty();
    private Claim claim;

    History(int seed) {
      this.seed = seed;
      this.dice = new SplittableRandom(seed);
      var hst = new TaxRate(TaxComponent.HST, Rate.percent(13), "hst");
      var service = Money.of(dice.nextLong(100, 100_000), "CAD");
      this.charge =
          new Charge(
              new BookingId(new UUID(1, seed)),
              new UserId(new UUID(2, seed)),
              new ProviderId(new UUID(3, seed)),
              service,
              dice.nextBoolean() ? Tax.on(service, List.of(hst)) : List.of(),
              Money.of(dice.nextBoolean() ? dice.nextLong(5_000) : 0, "CAD"));
      this.terms =
          new FeeTariff(new Rate(dice.nextLong(500_000)), dice.nextBoolean(), 1)
              .terms(List.of(hst));
      this.payment = Payment.start(charge, NOW);
      this.claim = claim(Status.INQUIRY, Money.of(0, "CAD"), Money.of(0, "CAD"));
    }

    void run(int times) {
      step(
          payment.captured(
              OperationKey.capture(charge.booking()), new GatewayReference("pay"), NOW));
      for (var steps = dice.nextInt(12); steps > 0; steps--) {
        switch (dice.nextInt(6)) {
          case 0 -> refund();
          case 1 -> answer(dice.nextBoolean());
          case 2 -> step(payment.release(terms, NOW));
          case 3 -> step(payment.cancel(part(charge.service()), terms, NOW));
          default -> news(times);
        }
      }
      answer(true);
      decided(dice.nextBoolean());
      tell(claim, times);
      answer(true);
      assertThat(balance(Account.DISPUTES_HELD)).as(this::name).isZero();
      assertThat(payment.contest().isOpen()).as(this::name).isFalse();
      assertThat(balance(Account.REFUNDS_PAYABLE)).as(this::name).isZero();
      if (claim.status() == Status.WON) {
        assertThat(payment.contest().lost().isNothing()).as(this::name).isTrue();
        assertThat(balance(Account.CHARGEBACK_LOSSES)).as(this::name).isZero();
      }
    }

    private void refund() {
      var rest = payment.rest().service();
      if (rest.isPositive()) {
        var part = new RefundRequest(part(rest), Money.of(0, "CAD"), Role.PROVIDER, "late");
        var isContested = payment.contest().isOpen();
        var refund = payment.refund(part, NOW);
        assertThat(isContested && refund instanceof Done).as(this::name).isFalse();
        step(refund);
      }
    }

    private void answer(boolean paid) {
      var key = OperationKey.refund(charge.booking(), payment.refunds());
      step(
          paid
              ? payment.refundPaid(key, NOW)
              : payment.refundFailed(key, FailureCode.REJECTED, NOW));
    }

    private void news(int times) {
      switch (claim.status()) {
        case INQUIRY, INQUIRY_UNDER_REVIEW, INQUIRY_CLOSED -> contested();
        case NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST -> decided(dice.nextBoolean());
      }
      tell(
          dice.nextInt(3) > 0 || told.isEmpty() ? claim : told.get(dice.nextInt(told.size())),
          times);
    }

    private void contested() {
      claim = claim(Status.NEEDS_RESPONSE, claim.amount(), FEE);
    }

    private void decided(boolean won) {
      claim =
          won
              ? claim(Status.WON, Money.of(0, "CAD"), FEE)
              : claim(Status.LOST, claim.amount(), FEE);
    }

    /** An earlier claim may come late. */
    private void tell(Claim news, int times) {
      told.add(claim);
      for (var time = 0; time < times; time++) {
        var known =
            chargeback.orElseGet(
                () ->
                    Chargeback.found(new ChargebackId(new UUID(4, seed)), payment, news, policy()));
        var settlement = known.follow(news, payment, NOW);
        chargeback = Optional.of(settlement.chargeback());
        settlement.money().ifPresent(this::step);
        assertThat(balance(Account.DISPUTES_HELD))
            .as(this::name)
            .isEqualTo(settlement.chargeback().books().held().minor());
      }
    }

    private ChargebackPolicy policy() {
      return new ChargebackPolicy(seed % 2 == 0 ? Bearer.PROVIDER : Bearer.PLATFORM, seed % 3 == 0);
    }

    private Claim claim(Status status, Money withdrawn, Money fees) {
      var amount = Money.of(Math.max(1, charge.total().minor() / (1 + seed % 3)), "CAD");
      return new Claim(
          new GatewayReference("dp"),
          new GatewayReference("pay"),
          status,
          "fraudulent",
          amount,
          withdrawn,
          fees,
          Optional.empty(),
          0,
          NOW);
    }

    private Money part(Money most) {
      return Money.of(dice.nextLong(most.minor()) + 1, "CAD");
    }

    private void step(Payment.Transition transition) {
      if (transition instanceof Done(var next, var entries, _)) {
        assertThat(
                payment.money() instanceof Held
                    && next.money() instanceof Released
                    && next.contest().isOpen())
            .as(this::name)
            .isFalse();
        payment = next;
        entries.forEach(
            entry ->
                entry
                    .postings()
                    .forEach(
                        posting ->
                            books.merge(posting.account(), posting.amount().minor(), Long::sum)));
        assertThat(books.values().stream().mapToLong(Long::longValue).sum())
            .as(this::name)
            .isZero();
        var gone = payment.refunded().plus(payment.contest().lost());
        assertThat(gone.total().compareTo(charge.total())).as(this::name).isNotPositive();
        assertThat(gone.service().compareTo(charge.service())).as(this::name).isNotPositive();
        books.forEach(this::assertNotOverdrawn);
      }
    }

    private void assertNotOverdrawn(Account account, long balance) {
      if (account.name().startsWith("escrow:")) {
        assertThat(balance).as(this::name).isNotPositive();
      }
    }

    private long balance(Account account) {
      return books.getOrDefault(account, 0L);
    }

    private String name() {
      return "seed " + seed + " in " + payment.money() + " with " + claim;
    }
  }
}
