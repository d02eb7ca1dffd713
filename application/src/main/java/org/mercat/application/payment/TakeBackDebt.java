package org.mercat.application.payment;

import java.util.Currency;
import org.mercat.application.payment.port.Earnings;
import org.mercat.domain.payment.Earning.Reversal;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * Asks back from the gateway what a provider owes and has there, because its bank has not taken it
 * or a reversal has failed, inside the unit of work of its caller. Whoever looks after operations
 * finds what is to be done.
 */
public final class TakeBackDebt {

  /** Nobody has that many bookings that were refunded and are not made up for. */
  private static final int MOST = 500;

  public record Command(ProviderId provider, Currency currency) {}

  private final Earnings earnings;
  private final CountFunds countFunds;
  private final RecordTransfers recordTransfers;

  public TakeBackDebt(Earnings earnings, CountFunds countFunds, RecordTransfers recordTransfers) {
    this.earnings = earnings;
    this.countFunds = countFunds;
    this.recordTransfers = recordTransfers;
  }

  /** What is not asked back here stays at the gateway all the same: {@code ProviderFunds.free}. */
  public void handle(Command command) {
    var left =
        countFunds
            .handle(new CountFunds.Query(command.provider(), command.currency()))
            .toTakeBack();
    if (left.isPositive()) {
      for (var earning : earnings.owing(command.provider(), command.currency(), MOST)) {
        var change = earning.askedBack(left);
        if (!change.reversals().isEmpty()) {
          recordTransfers.handle(change);
          left = change.reversals().stream().map(Reversal::amount).reduce(left, Money::minus);
        }
      }
    }
  }
}
