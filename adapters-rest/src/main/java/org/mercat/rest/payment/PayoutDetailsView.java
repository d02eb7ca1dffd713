package org.mercat.rest.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.payment.PayoutDetails;
import org.mercat.application.payment.port.Earnings.Leg;
import org.mercat.domain.payment.Transfer.State;
import org.mercat.rest.shared.MoneyView;

/** A payout with its transfers on the wire. */
public record PayoutDetailsView(PayoutView payout, List<TransferView> transfers) {

  /** What of a booking goes with the payout, and what of it has come back since. */
  public record TransferView(
      UUID booking, MoneyView amount, String state, Optional<String> failure, MoneyView reversed) {

    static TransferView of(Leg leg) {
      var transfer = leg.transfer();
      return new TransferView(
          leg.booking().value(),
          MoneyView.of(transfer.amount()),
          word(transfer.state()),
          transfer.state() instanceof State.Failed(var why)
              ? Optional.of(PayoutView.word(why))
              : Optional.empty(),
          MoneyView.of(transfer.reversed()));
    }

    private static String word(State state) {
      return switch (state) {
        case State.Asked _ -> "asked";
        case State.Done _ -> "done";
        case State.Failed _ -> "failed";
      };
    }
  }

  static PayoutDetailsView of(PayoutDetails.Outcome.Found found) {
    return new PayoutDetailsView(
        PayoutView.of(found.payout()), found.legs().stream().map(TransferView::of).toList());
  }
}
