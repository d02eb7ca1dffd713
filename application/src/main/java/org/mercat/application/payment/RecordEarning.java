package org.mercat.application.payment;

import org.mercat.application.payment.port.Earnings;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.shared.Money;

/**
 * Keeps what a provider has earned with a booking at what the entries of its money say, inside the
 * unit of work of its caller. What a refund takes of a transfer is asked back from the gateway.
 */
public final class RecordEarning {

  private final Earnings earnings;
  private final CountFunds countFunds;
  private final RecordTransfers recordTransfers;

  public RecordEarning(Earnings earnings, CountFunds countFunds, RecordTransfers recordTransfers) {
    this.earnings = earnings;
    this.countFunds = countFunds;
    this.recordTransfers = recordTransfers;
  }

  public void handle(Transition.Done done) {
    var charge = done.payment().charge();
    done.entries().forEach(entry -> follow(charge, entry));
  }

  private void follow(Charge charge, JournalEntry entry) {
    var account = Account.provider(charge.provider());
    var more =
        entry.postings().stream()
            .filter(posting -> posting.account().equals(account))
            .map(Posting::amount)
            .reduce(Money.zero(charge.service().currency()), Money::minus);
    if (!more.isZero()) {
      earnings
          .find(charge.booking())
          .ifPresentOrElse(
              earning -> recordTransfers.handle(changed(earning, more)),
              () ->
                  earnings.add(
                      Earning.released(charge.booking(), charge.provider(), more, entry.at())));
    }
  }

  private Earning.Change changed(Earning earning, Money more) {
    return earning.changedBy(
        more, more.isNegative() ? stillThere(earning) : Money.zero(more.currency()));
  }

  private Money stillThere(Earning earning) {
    var currency = earning.share().currency();
    var funds = countFunds.handle(new CountFunds.Query(earning.provider(), currency));
    return funds.atGateway().minus(funds.reversing());
  }
}
