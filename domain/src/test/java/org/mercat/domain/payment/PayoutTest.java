package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Earning.Reversal;
import org.mercat.domain.payment.Payout.Leg;
import org.mercat.domain.payment.Payout.State;
import org.mercat.domain.payment.PayoutEvent.PayoutFailed;
import org.mercat.domain.payment.PayoutEvent.PayoutPaid;
import org.mercat.domain.payment.PayoutEvent.PayoutStarted;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** Payouts of bookings with figures like those of A-01. */
class PayoutTest {

  private static final Instant NOW = Instant.parse("2026-11-16T17:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final ProviderId PROVIDER = new ProviderId(new UUID(3, 1));
  private static final PayoutId PAYOUT = new PayoutId(new UUID(4, 1));
  private static final PayoutBatchId BATCH = new PayoutBatchId(new UUID(5, 1));
  private static final GatewayReference TRANSFER = new GatewayReference("tr_1");

  private final OperationKey key = OperationKey.payOut(PAYOUT);

  @Test
  void what_is_due_is_paid_out_as_far_as_the_books_say_that_it_is_payable() {
    var plan = plan(List.of(earned(1, 7_204), earned(2, 18_059)), 25_263, 0).orElseThrow();

    assertThat(plan.total()).isEqualTo(cad(25_263));
    assertThat(plan.legs()).extracting(Leg::amount).containsExactly(cad(7_204), cad(18_059));
  }

  @Test
  void three_bookings_recover_a_debt_exactly() {
    var debt = -9_606L;
    var first = earned(1, 2_401);
    assertThat(plan(List.of(first), debt + 2_401, 0)).isEmpty();
    var second = earned(2, 7_204);
    assertThat(plan(List.of(first, second), debt + 9_605, 0)).isEmpty();

    var third = earned(3, 18_059);
    var plan = plan(List.of(first, second, third), debt + 27_664, 0).orElseThrow();

    assertThat(plan.total()).isEqualTo(cad(18_058));
    assertThat(plan.legs())
        .containsExactly(
            new Leg(first, cad(2_401)), new Leg(second, cad(7_204)), new Leg(third, cad(8_453)));
  }

  @Test
  void money_moves_in_the_units_of_the_gateway_and_the_rest_stays_payable() {
    var due = List.of(earned(1, "KWD", 7_205), earned(2, "KWD", 18_059));
    var plan = Payout.plan(due, funds("KWD", 25_264, 0)).orElseThrow();
    assertThat(plan.legs())
        .extracting(leg -> leg.amount().minor())
        .containsExactly(7_200L, 18_050L);
    assertThat(plan.total()).isEqualTo(Money.of(25_250, "KWD"));
    assertThat(due.getFirst().transfer(PAYOUT, Money.of(7_200, "KWD")).due().minor()).isEqualTo(5);
    assertThat(funds("KWD", -4_224, 18_050).free()).isEqualTo(Money.of(13_820, "KWD"));
    assertThat(funds("KWD", -4_224, 18_050).toTakeBack()).isEqualTo(Money.of(4_220, "KWD"));

    var forint = Payout.plan(List.of(earned(1, "HUF", 12_345)), funds("HUF", 12_345, 0));
    assertThat(forint.orElseThrow().total()).isEqualTo(Money.of(12_300, "HUF"));
  }

  @Test
  void what_is_finer_than_money_moves_is_not_asked_back() {
    var asked = earned(1, "KWD", 18_050).transfer(PAYOUT, Money.of(18_050, "KWD"));
    var done = asked.transferred(asked.lastTransfer(), TRANSFER, NOW).orElseThrow().earning();

    var change = done.changedBy(Money.of(-4_224, "KWD"), Money.of(18_050, "KWD"));

    assertThat(change.reversals())
        .extracting(Reversal::amount)
        .containsExactly(Money.of(4_220, "KWD"));
  }

  @Test
  void below_the_minimum_nothing_is_paid_out() {
    assertThat(plan(List.of(earned(1, 99)), 99, 0)).isEmpty();
    assertThat(plan(List.of(earned(1, 99)), 99, 1).orElseThrow().total()).isEqualTo(cad(100));
    assertThat(plan(List.of(), 0, 0)).isEmpty();
    assertThat(plan(List.of(), 0, 100).orElseThrow().legs()).isEmpty();
  }

  @Test
  void what_is_owed_or_is_about_to_be_taken_back_stays_at_the_gateway() {
    assertThat(funds(0, 11_560, 0).free()).isEqualTo(cad(11_560));
    assertThat(funds(-4_224, 11_560, 4_224).free()).isEqualTo(cad(7_336));
    assertThat(funds(-4_224, 11_560, 4_224).toTakeBack()).isEqualTo(cad(0));
    assertThat(funds(-4_224, 11_560, 0).free()).isEqualTo(cad(7_336));
    assertThat(funds(-4_224, 11_560, 0).toTakeBack()).isEqualTo(cad(4_224));
    assertThat(funds(-6_000, 11_560, 4_224).free()).isEqualTo(cad(5_560));
    assertThat(funds(-6_000, 11_560, 4_224).toTakeBack()).isEqualTo(cad(1_776));
    assertThat(funds(5_800, 4_224, 4_224).free()).isEqualTo(cad(0));
    assertThat(funds(-6_000, 4_224, 0).free()).isEqualTo(cad(0));
    assertThat(funds(-6_000, 4_224, 0).toTakeBack()).isEqualTo(cad(4_224));
    assertThat(funds(-100, 0, 4_224).toTakeBack()).isEqualTo(cad(0));
  }

  @Test
  void a_payout_leaves_at_the_gateway_what_is_owed_and_what_is_asked_back() {
    var due = List.of(earned(1, 10_000));
    var plan = Payout.plan(due, funds(5_800, 4_224, 4_224)).orElseThrow();
    assertThat(plan.legs()).extracting(Leg::amount).containsExactly(cad(5_800));
    assertThat(plan.total()).isEqualTo(cad(5_800));
    assertThat(Payout.plan(List.of(), funds(-500, 599, 0))).isEmpty();
    assertThat(Payout.plan(List.of(), funds(-500, 600, 0)).orElseThrow().total())
        .isEqualTo(cad(100));
    var transferred = transferred(earned(1, 11_560), 11_560, "tr_1").transfers();
    var ended =
        decided(11_560)
            .payout()
            .transfersEnded(transferred, funds(-4_224, 11_560, 4_224), LATER)
            .orElseThrow();
    assertThat(ended.payout().amount()).isEqualTo(cad(7_336));
    var failed = ended.payout().failed(key, FailureCode.REJECTED, LATER).orElseThrow().payout();
    assertThat(failed.retry(funds(-4_224, 11_560, 0), LATER).orElseThrow().payout().amount())
        .isEqualTo(cad(7_336));
    assertThat(failed.retry(funds(-11_560, 11_560, 0), LATER)).isEmpty();
  }

  @Test
  void no_more_is_transferred_than_is_due() {
    var earning = earned(1, 7_204).transfer(PAYOUT, cad(7_000));

    assertThat(earning.due()).isEqualTo(cad(204));
    assertThat(earning.lastTransfer()).isEqualTo(OperationKey.transfer(earning.booking(), 1));
    assertThatThrownBy(() -> earning.transfer(PAYOUT, cad(205)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> earning.transfer(PAYOUT, cad(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_transfer_is_posted_once_with_its_memo() {
    var asked = earned(1, 18_059).transfer(PAYOUT, cad(18_059));

    var done = asked.transferred(asked.lastTransfer(), TRANSFER, NOW).orElseThrow();

    assertThat(done.entries().getFirst().postings())
        .containsExactly(
            new Posting(Account.provider(PROVIDER), cad(18_059)),
            new Posting(Account.GATEWAY_CLEARING, cad(-18_059)),
            new Posting(Account.connectBalance(PROVIDER), cad(18_059)),
            new Posting(Account.connectContra(PROVIDER), cad(-18_059)));
    assertThat(done.reversals()).isEmpty();
    assertThat(done.earning().transferred(asked.lastTransfer(), TRANSFER, NOW)).isEmpty();
    assertThat(done.earning().transferFailed(asked.lastTransfer(), FailureCode.REJECTED)).isEmpty();
  }

  @Test
  void what_could_not_be_transferred_is_due_again_under_another_number() {
    var asked = earned(1, 18_059).transfer(PAYOUT, cad(18_059));
    assertThat(asked.due()).isEqualTo(cad(0));

    var failed =
        asked.transferFailed(asked.lastTransfer(), FailureCode.PAYEE_NOT_READY).orElseThrow();

    assertThat(failed.entries()).isEmpty();
    assertThat(failed.earning().due()).isEqualTo(cad(18_059));
    assertThat(failed.earning().transfer(PAYOUT, cad(18_059)).lastTransfer().number()).isEqualTo(2);
  }

  @Test
  void a_refund_asks_back_what_is_still_at_the_gateway_and_the_rest_is_a_debt() {
    var transferred = transferred(earned(1, 18_059), 18_059, "tr_1");

    var all = transferred.changedBy(cad(-4_224), cad(18_059));
    assertThat(all.reversals())
        .containsExactly(
            new Reversal(OperationKey.reverse(transferred.booking(), 1), TRANSFER, cad(4_224)));
    var part = transferred.changedBy(cad(-4_224), cad(1_000));
    assertThat(part.reversals()).extracting(Reversal::amount).containsExactly(cad(1_000));
    var none = transferred.changedBy(cad(-4_224), cad(0));
    assertThat(none.reversals()).isEmpty();
    assertThat(none.earning().due()).isEqualTo(cad(-4_224));
  }

  @Test
  void a_refund_of_what_is_not_transferred_asks_nothing_back() {
    var transferred = transferred(earned(1, 18_059), 10_000, "tr_1");

    var change = transferred.changedBy(cad(-8_000), cad(10_000));

    assertThat(change.reversals()).isEmpty();
    assertThat(change.earning().due()).isEqualTo(cad(59));
  }

  @Test
  void what_was_transferred_last_is_asked_back_first_and_nothing_twice() {
    var twice = transferred(transferred(earned(1, 18_059), 10_000, "tr_1"), 8_059, "tr_2");

    var first = twice.changedBy(cad(-9_000), cad(18_059));
    var second = first.earning().changedBy(cad(-1_000), cad(18_059));

    assertThat(first.reversals())
        .extracting(Reversal::transfer, Reversal::amount)
        .containsExactly(
            tuple(new GatewayReference("tr_2"), cad(8_059)), tuple(TRANSFER, cad(941)));
    assertThat(second.reversals())
        .containsExactly(
            new Reversal(OperationKey.reverse(twice.booking(), 3), TRANSFER, cad(1_000)));
  }

  @Test
  void what_came_back_is_the_platforms_again_and_what_stayed_is_a_debt() {
    var change = transferred(earned(1, 18_059), 18_059, "tr_1").changedBy(cad(-4_224), cad(18_059));
    var asked = change.reversals().getFirst();

    var back = change.earning().reversed(asked.key(), TRANSFER, cad(4_224), NOW).orElseThrow();
    assertThat(back.entries().getFirst().postings())
        .containsExactly(
            new Posting(Account.provider(PROVIDER), cad(-4_224)),
            new Posting(Account.GATEWAY_CLEARING, cad(4_224)),
            new Posting(Account.connectBalance(PROVIDER), cad(-4_224)),
            new Posting(Account.connectContra(PROVIDER), cad(4_224)));
    assertThat(back.earning().due()).isEqualTo(cad(0));

    var stayed = change.earning().reversalFailed(TRANSFER, cad(4_224)).orElseThrow();
    assertThat(stayed.entries()).isEmpty();
    assertThat(stayed.earning().due()).isEqualTo(cad(-4_224));
    assertThat(stayed.earning().reversalFailed(new GatewayReference("tr_9"), cad(1))).isEmpty();
  }

  @Test
  void what_was_refunded_while_it_was_transferred_is_asked_back_at_once() {
    var asked = earned(1, 18_059).transfer(PAYOUT, cad(18_059));
    var refunded = asked.changedBy(cad(-4_224), cad(0)).earning();

    var done = refunded.transferred(refunded.lastTransfer(), TRANSFER, NOW).orElseThrow();

    assertThat(done.reversals()).extracting(Reversal::amount).containsExactly(cad(4_224));
  }

  @Test
  void what_stayed_is_asked_back_once_more_under_another_number() {
    var change = transferred(earned(1, 18_059), 18_059, "tr_1").changedBy(cad(-4_224), cad(18_059));
    assertThat(change.earning().askedBack(cad(18_059)).reversals()).isEmpty();
    var stayed = change.earning().reversalFailed(TRANSFER, cad(4_224)).orElseThrow().earning();

    assertThat(stayed.askedBack(cad(0)).reversals()).isEmpty();
    assertThat(stayed.askedBack(cad(18_059)).reversals())
        .containsExactly(
            new Reversal(OperationKey.reverse(stayed.booking(), 2), TRANSFER, cad(4_224)));
  }

  @Test
  void a_refund_that_came_to_nothing_is_due_to_the_provider_again() {
    var earning = transferred(earned(1, 18_059), 18_059, "tr_1");
    var change = earning.changedBy(cad(-4_224), cad(18_059));
    var asked = change.reversals().getFirst();
    var back = change.earning().reversed(asked.key(), TRANSFER, cad(4_224), NOW).orElseThrow();

    assertThat(back.earning().changedBy(cad(4_224), cad(0)).earning().due()).isEqualTo(cad(4_224));
  }

  @Test
  void a_payout_goes_to_the_bank_when_its_last_transfer_has_ended() {
    var decided = decided(25_263);
    assertThat(decided.events())
        .containsExactly(new PayoutStarted(PAYOUT, PROVIDER, cad(25_263), NOW));
    var asked = earned(1, 7_204).transfer(PAYOUT, cad(7_204)).transfers().getFirst();
    var done = transferred(earned(2, 18_059), 18_059, "tr_1").transfers().getFirst();

    var under = ended(decided.payout(), List.of(asked, done), 18_059);
    assertThat(under.payout().state()).isEqualTo(new State.Transferring(LATER));
    var failed = asked.in(new Transfer.State.Failed(FailureCode.BALANCE_INSUFFICIENT));
    var all = ended(under.payout(), List.of(failed, done), 18_059);

    assertThat(all.payout().state()).isEqualTo(new State.Paying(LATER));
    assertThat(all.payout().amount()).isEqualTo(cad(18_059));
    assertThat(all.payout().transfersEnded(List.of(), funds(0, 18_059, 0), LATER)).isEmpty();
  }

  @Test
  void a_payout_of_which_nothing_was_transferred_has_failed() {
    var failed =
        earned(1, 7_204)
            .transfer(PAYOUT, cad(7_204))
            .transfers()
            .getFirst()
            .in(new Transfer.State.Failed(FailureCode.PAYEE_NOT_READY));

    var change = ended(decided(7_204).payout(), List.of(failed), 0);

    assertThat(change.payout().state()).isInstanceOf(State.Failed.class);
    assertThat(change.events())
        .containsExactly(
            new PayoutFailed(PAYOUT, PROVIDER, cad(7_204), FailureCode.PAYEE_NOT_READY, LATER));
  }

  @Test
  void what_is_paid_leaves_the_account_at_the_gateway_and_may_still_come_back() {
    var paying = ended(decided(18_059).payout(), List.of(), 18_059).payout();

    var paid = paying.paid(key, new GatewayReference("po_1"), NOW).orElseThrow();
    assertThat(paid.events()).containsExactly(new PayoutPaid(PAYOUT, PROVIDER, cad(18_059), NOW));
    assertThat(balance(paid.entries().getFirst())).isEqualTo(cad(-18_059));
    assertThat(paid.payout().paid(key, new GatewayReference("po_1"), NOW)).isEmpty();

    var failed = paid.payout().failed(key, FailureCode.PAYEE_NOT_READY, LATER).orElseThrow();
    assertThat(balance(failed.entries().getFirst())).isEqualTo(cad(18_059));
    assertThat(failed.payout().failed(key, FailureCode.PAYEE_NOT_READY, LATER)).isEmpty();

    assertThat(failed.payout().retry(funds(0, 0, 0), LATER)).isEmpty();
    assertThat(paid.payout().retry(funds(0, 18_059, 0), LATER)).isEmpty();
    assertThat(failed.payout().retry(funds(0, 18_059, 0), LATER).orElseThrow().payout().state())
        .isEqualTo(new State.Paying(LATER));
  }

  @Test
  void what_did_not_reach_the_bank_has_not_left_the_account_at_the_gateway() {
    var paying = ended(decided(18_059).payout(), List.of(), 18_059).payout();

    var failed = paying.failed(key, FailureCode.BALANCE_INSUFFICIENT, LATER).orElseThrow();

    assertThat(failed.entries()).isEmpty();
    assertThat(decided(1_000).payout().failed(key, FailureCode.REJECTED, LATER)).isEmpty();
  }

  @Test
  void below_the_minimum_nothing_is_sent_at_the_end_nor_once_more() {
    var done = transferred(earned(1, 11_560), 11_560, "tr_1").transfers();
    var asked = funds(-11_559, 11_560, 11_559);
    var tooLittle = decided(11_560).payout().transfersEnded(done, asked, LATER).orElseThrow();

    assertThat(tooLittle.payout().state())
        .isEqualTo(new State.Failed(LATER, FailureCode.BALANCE_INSUFFICIENT));
    assertThat(tooLittle.payout().retry(funds(0, 99, 0), LATER)).isEmpty();
    assertThat(tooLittle.payout().retry(funds(0, 100, 0), LATER)).isPresent();
  }

  private static Optional<Payout.Plan> plan(List<Earning> due, long payable, long leftBehind) {
    return Payout.plan(due, funds(payable, leftBehind, 0));
  }

  private static ProviderFunds funds(String currency, long payable, long atGateway) {
    return new ProviderFunds(
        Money.of(payable, currency), Money.of(atGateway, currency), Money.of(0, currency));
  }

  private static ProviderFunds funds(long payable, long atGateway, long reversing) {
    return new ProviderFunds(cad(payable), cad(atGateway), cad(reversing));
  }

  private static Payout.Change decided(long amount) {
    var plan = new Payout.Plan(List.of(), cad(amount));
    return Payout.decided(PAYOUT, PROVIDER, BATCH, plan, NOW);
  }

  private static Payout.Change ended(Payout payout, List<Transfer> legs, long atGateway) {
    return payout.transfersEnded(legs, funds(0, atGateway, 0), LATER).orElseThrow();
  }

  private static Earning earned(int booking, String currency, long share) {
    var id = new BookingId(new UUID(1, booking));
    return Earning.released(id, PROVIDER, Money.of(share, currency), NOW);
  }

  private static Earning earned(int booking, long share) {
    return Earning.released(new BookingId(new UUID(1, booking)), PROVIDER, cad(share), NOW);
  }

  private static Earning transferred(Earning earning, long amount, String reference) {
    var asked = earning.transfer(PAYOUT, cad(amount));
    return asked
        .transferred(asked.lastTransfer(), new GatewayReference(reference), NOW)
        .orElseThrow()
        .earning();
  }

  private static Money balance(JournalEntry entry) {
    return entry.postings().stream()
        .filter(posting -> posting.account().equals(Account.connectBalance(PROVIDER)))
        .map(Posting::amount)
        .reduce(cad(0), Money::plus);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
