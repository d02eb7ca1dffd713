package org.mercat.domain.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Transfer.State;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * What a provider has earned with a booking, and what of it has been transferred. Whoever changes
 * one of the two, the release, a refund or a payout, has to change the same version.
 *
 * @param releasedAt when it was earned first: the oldest earnings are paid out first
 * @param share the provider's part of what the client has paid and has not got back
 * @param reversals how many reversals have been asked for
 * @param frozen whether nothing of it may be transferred now, as the payer's bank contests it
 */
public record Earning(
    BookingId booking,
    ProviderId provider,
    Instant releasedAt,
    Money share,
    List<Transfer> transfers,
    int reversals,
    boolean frozen,
    long version) {

  /** A part of a transfer that the gateway is to bring back. */
  public record Reversal(OperationKey key, GatewayReference transfer, Money amount) {}

  /** An earning, with the entries to post and what the gateway is to bring back. */
  public record Change(Earning earning, List<JournalEntry> entries, List<Reversal> reversals) {
    public Change {
      entries = List.copyOf(entries);
      reversals = List.copyOf(reversals);
    }
  }

  public Earning {
    transfers = List.copyOf(transfers);
  }

  /** The money of a booking has been released. */
  public static Earning released(BookingId booking, ProviderId provider, Money share, Instant now) {
    return new Earning(booking, provider, now, share, List.of(), 0, false, 0);
  }

  /**
   * What is still to be transferred; below zero, what of the transfers has to come back or is owed.
   */
  public Money due() {
    return transfers.stream().map(Transfer::gone).reduce(share, Money::minus);
  }

  /**
   * The share has become smaller by a refund, or larger by one that came to nothing. What has been
   * transferred too much is asked back as far as it is still at the gateway; what is not is a debt.
   *
   * @param more below zero after a refund
   * @param atGateway what the provider has in its account at the gateway and is not asked back
   */
  public Change changedBy(Money more, Money atGateway) {
    var next = with(share.plus(more), transfers, reversals);
    return more.isNegative()
        ? next.askedBack(smaller(more.negated(), atGateway))
        : new Change(next, List.of(), List.of());
  }

  /** From now on nothing of it is transferred, or again what is due. */
  public Earning frozen(boolean next) {
    return new Earning(booking, provider, releasedAt, share, transfers, reversals, next, version);
  }

  /**
   * A part of what is due becomes a leg of a payout.
   *
   * @throws IllegalArgumentException if so much is not due, or it is frozen
   */
  public Earning transfer(PayoutId payout, Money amount) {
    if (frozen || !amount.isPositive() || amount.compareTo(due()) > 0) {
      throw new IllegalArgumentException(amount + " of " + due() + " for " + booking);
    }
    var more = new ArrayList<>(transfers);
    more.add(Transfer.asked(transfers.size() + 1, payout, amount));
    return with(share, more, reversals);
  }

  /** The key of the last transfer. */
  public OperationKey lastTransfer() {
    return OperationKey.transfer(booking, transfers.size());
  }

  /**
   * The gateway has made a transfer; what was refunded meanwhile is asked back at once. Empty if it
   * was known.
   */
  public Optional<Change> transferred(OperationKey key, GatewayReference reference, Instant now) {
    return asked(key)
        .map(
            transfer -> {
              var change =
                  replaced(transfer, transfer.in(new State.Done(reference)))
                      .askedBack(transfer.amount());
              var entry = books().transferred(key, transfer.amount(), now);
              return new Change(change.earning(), List.of(entry), change.reversals());
            });
  }

  /** Nothing was transferred: the amount is due again. Empty if it was known. */
  public Optional<Change> transferFailed(OperationKey key, FailureCode why) {
    return asked(key)
        .map(
            transfer ->
                new Change(
                    replaced(transfer, transfer.in(new State.Failed(why))), List.of(), List.of()));
  }

  /** A part of a transfer is back. */
  public Optional<Change> reversed(
      OperationKey key, GatewayReference reference, Money part, Instant now) {
    return named(reference)
        .map(
            transfer ->
                new Change(
                    replaced(transfer, transfer.cameBack(part)),
                    List.of(books().reversed(key, part, now)),
                    List.of()));
  }

  /** A part of a transfer stays where it is: a debt of the provider. */
  public Optional<Change> reversalFailed(GatewayReference reference, Money part) {
    return named(reference)
        .map(
            transfer ->
                new Change(replaced(transfer, transfer.stayed(part)), List.of(), List.of()));
  }

  /**
   * What has been transferred too much and was not asked back, or stayed, is asked back now.
   *
   * @param most what of it may be asked back
   */
  public Change askedBack(Money most) {
    var zero = Money.zero(share.currency());
    var under = transfers.stream().map(Transfer::reversing).reduce(zero, Money::plus);
    var left = smaller(due().plus(under).negated(), most);
    var earning = this;
    var asked = new ArrayList<Reversal>();
    for (var transfer : transfers.reversed()) {
      var part = SettlementUnit.down(smaller(left, transfer.reversible()));
      if (part.isPositive() && transfer.state() instanceof State.Done(var reference)) {
        var number = earning.reversals + 1;
        var next = earning.replaced(transfer, transfer.askedBack(part));
        earning = next.with(share, next.transfers, number);
        asked.add(new Reversal(OperationKey.reverse(booking, number), reference, part));
        left = left.minus(part);
      }
    }
    return new Change(earning, List.of(), asked);
  }

  /** What the transfer of this number has come to. */
  public Optional<Transfer> numbered(int number) {
    return one(transfer -> transfer.number() == number);
  }

  private Optional<Transfer> asked(OperationKey key) {
    return numbered(key.number()).filter(transfer -> transfer.state() instanceof State.Asked);
  }

  private Optional<Transfer> named(GatewayReference reference) {
    return one(transfer -> transfer.isNamed(reference));
  }

  private Optional<Transfer> one(Predicate<Transfer> which) {
    return transfers.stream().filter(which).findFirst();
  }

  private Earning replaced(Transfer old, Transfer next) {
    var all = transfers.stream().map(it -> it.number() == old.number() ? next : it).toList();
    return with(share, all, reversals);
  }

  private Earning with(Money nextShare, List<Transfer> all, int asked) {
    return new Earning(booking, provider, releasedAt, nextShare, all, asked, frozen, version);
  }

  private ProviderBooks books() {
    return new ProviderBooks(provider);
  }

  private static Money smaller(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
