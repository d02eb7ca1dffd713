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
import org.mercat.domain.payment.Earning.Reversal;
import org.mercat.domain.payment.Payout.State;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * Random lives of what a provider earns with a few bookings: released, refunded, transferred or
 * not, taken back or not, paid out or not. {@code -Dmercat.histories=200000} runs more of them; a
 * failure names the seed of its history.
 */
class PayoutHistoriesTest {

  private static final Instant NOW = Instant.parse("2026-11-16T17:00:00Z");
  private static final int HISTORIES = Integer.getInteger("mercat.histories", 5_000);

  @Test
  void transfers_and_what_is_payable_are_what_was_earned_after_every_step() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      new History(seed).run();
    }
  }

  /** One life, driven by its seed. */
  private static final class History {

    private final int seed;
    private final SplittableRandom dice;
    private final ProviderId provider;
    private final Map<BookingId, Earning> earnings = new HashMap<>();
    private final List<Reversal> asked = new ArrayList<>();
    private final Map<Account, Long> books = new HashMap<>();
    private long shares;
    private int references;
    private int payouts;

    /** What the gateway really keeps for the provider. */
    private long atGateway;

    /** What the provider's bank has got and not sent back. */
    private long bank;

    History(int seed) {
      this.seed = seed;
      this.dice = new SplittableRandom(seed);
      this.provider = new ProviderId(new UUID(3, seed));
    }

    void run() {
      for (var step = 0; step < 12; step++) {
        switch (dice.nextInt(4)) {
          case 0 -> earn();
          case 1 -> change();
          case 2 -> payOut();
          default -> takeBack();
        }
        assertConserved();
      }
    }

    private void earn() {
      var booking = new BookingId(new UUID(1, earnings.size()));
      var share = dice.nextLong(1, 20_000);
      earnings.put(booking, Earning.released(booking, provider, cad(share), NOW));
      owe(share);
    }

    /** A refund, or one that came to nothing. */
    private void change() {
      any()
          .ifPresent(
              earning -> {
                var share = earning.share().minor();
                var more = dice.nextBoolean() ? -dice.nextLong(share + 1) : dice.nextLong(1_000);
                owe(more);
                keep(earning.changedBy(cad(more), cad(memo() - reversing())));
              });
    }

    private void payOut() {
      var due = earnings.values().stream().filter(it -> it.due().isPositive()).toList();
      var plan = Payout.plan(due, funds());
      plan.ifPresent(
          it -> {
            assertThat(it.legs()).as(name()).allMatch(leg -> leg.amount().isPositive());
            assertThat(it.total().minor() - memo())
                .as(name())
                .isLessThanOrEqualTo(Math.max(0, payable()));
            payouts++;
            move(it);
          });
    }

    private void move(Payout.Plan plan) {
      var id = new PayoutId(new UUID(seed, payouts));
      var batch = new PayoutBatchId(id.value());
      var payout = Payout.decided(id, provider, batch, plan, NOW).payout();
      for (var leg : plan.legs()) {
        transfer(leg.earning().transfer(id, leg.amount()), leg.amount());
      }
      var legs =
          earnings.values().stream()
              .flatMap(it -> it.transfers().stream())
              .filter(it -> it.payout().equals(id))
              .toList();
      var next = payout.transfersEnded(legs, funds(), NOW).orElseThrow().payout();
      if (next.state() instanceof State.Paying) {
        toBank(next);
      }
    }

    private void transfer(Earning earning, Money amount) {
      earnings.put(earning.booking(), earning);
      if (dice.nextInt(4) > 0) {
        references++;
        atGateway += amount.minor();
        var reference = new GatewayReference("tr_" + references);
        keep(earning.transferred(earning.lastTransfer(), reference, NOW).orElseThrow());
      } else {
        var why = FailureCode.BALANCE_INSUFFICIENT;
        keep(earning.transferFailed(earning.lastTransfer(), why).orElseThrow());
      }
    }

    private void toBank(Payout paying) {
      var key = OperationKey.payOut(paying.id());
      assertThat(bank + paying.amount().minor())
          .as(name() + ": the bank gets no more than was earned")
          .isLessThanOrEqualTo(shares);
      assertThat(memo() - paying.amount().minor())
          .as(name() + ": what was asked back stays")
          .isGreaterThanOrEqualTo(reversing());
      if (paying.amount().minor() > atGateway) {
        return;
      }
      var paid = paying.paid(key, new GatewayReference("po"), NOW).orElseThrow();
      post(paid.entries());
      atGateway -= paying.amount().minor();
      bank += paying.amount().minor();
      if (dice.nextInt(4) == 0) {
        var failed = paid.payout().failed(key, FailureCode.PAYEE_NOT_READY, NOW).orElseThrow();
        assertThat(failed.payout().state()).isInstanceOf(State.Failed.class);
        post(failed.entries());
        atGateway += paying.amount().minor();
        bank -= paying.amount().minor();
        takeBackDebt();
      }
    }

    /**
     * As the market does when a bank has sent a payout back: nothing that is owed stays unasked.
     */
    private void takeBackDebt() {
      var left = funds().toTakeBack();
      for (var earning : List.copyOf(earnings.values())) {
        var change = earning.askedBack(left);
        keep(change);
        left = change.reversals().stream().map(Reversal::amount).reduce(left, Money::minus);
      }
      assertThat(funds().toTakeBack()).as(name()).isEqualTo(cad(0));
    }

    /** The gateway takes back what it was asked for, if the provider still has it. */
    private void takeBack() {
      var now = List.copyOf(asked);
      asked.clear();
      for (var reversal : now) {
        var earning = Optional.ofNullable(earnings.get(reversal.key().booking())).orElseThrow();
        var part = reversal.amount();
        if (part.minor() <= atGateway && dice.nextInt(4) > 0) {
          atGateway -= part.minor();
          keep(earning.reversed(reversal.key(), reversal.transfer(), part, NOW).orElseThrow());
        } else {
          keep(earning.reversalFailed(reversal.transfer(), part).orElseThrow());
        }
      }
    }

    private void keep(Earning.Change change) {
      earnings.put(change.earning().booking(), change.earning());
      asked.addAll(change.reversals());
      post(change.entries());
    }

    /** The release and the refund themselves, of which only the provider's line matters here. */
    private void owe(long more) {
      shares += more;
      books.merge(Account.provider(provider), -more, Long::sum);
      books.merge(new Account("elsewhere"), more, Long::sum);
    }

    private void post(List<JournalEntry> entries) {
      entries.stream()
          .flatMap(entry -> entry.postings().stream())
          .forEach(it -> books.merge(it.account(), it.amount().minor(), Long::sum));
    }

    private void assertConserved() {
      var moved =
          earnings.values().stream()
              .flatMap(it -> it.transfers().stream())
              .mapToLong(it -> it.gone().minor())
              .sum();
      var payable = payable();
      assertThat(moved).as(name()).isEqualTo(bank + memo());
      assertThat(moved + payable).as(name()).isEqualTo(shares);
      assertThat(earnings.values().stream().mapToLong(it -> it.due().minor()).sum())
          .as(name())
          .isEqualTo(payable);
      assertThat(memo()).as(name()).isEqualTo(atGateway).isNotNegative();
      assertThat(books.values().stream().mapToLong(Long::longValue).sum()).as(name()).isZero();
    }

    private Optional<Earning> any() {
      return earnings.values().stream().skip(dice.nextLong(earnings.size() + 1L)).findFirst();
    }

    private ProviderFunds funds() {
      return new ProviderFunds(cad(payable()), cad(memo()), cad(reversing()));
    }

    private long payable() {
      return -balance(Account.provider(provider));
    }

    private long reversing() {
      return earnings.values().stream()
          .flatMap(it -> it.transfers().stream())
          .mapToLong(it -> it.reversing().minor())
          .sum();
    }

    private long memo() {
      return balance(Account.connectBalance(provider));
    }

    private long balance(Account account) {
      return books.getOrDefault(account, 0L);
    }

    private String name() {
      return "seed " + seed;
    }

    private static Money cad(long minor) {
      return Money.of(minor, "CAD");
    }
  }
}
