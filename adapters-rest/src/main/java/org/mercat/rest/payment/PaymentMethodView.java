package org.mercat.rest.payment;

import java.util.Optional;
import java.util.UUID;
import org.mercat.application.payment.OwnPaymentMethod;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.rest.payment.BookingPaymentResource.NextStepView;

/**
 * A saved method of payment, as its owner sees it.
 *
 * @param preferred whether it is what its owner pays with when nothing else is said
 * @param nextStep what its owner has to do before it is kept; shown for one method alone
 */
public record PaymentMethodView(
    UUID id,
    String status,
    String brand,
    String lastDigits,
    ExpiryView expiry,
    boolean preferred,
    Optional<NextStepView> nextStep) {

  /** The last month in which a card is good. */
  public record ExpiryView(int month, int year) {}

  static PaymentMethodView of(OwnPaymentMethod.View view) {
    return of(view.method(), view.action().map(NextStepView::of));
  }

  static PaymentMethodView of(SavedMethod method) {
    return of(method, Optional.empty());
  }

  private static PaymentMethodView of(SavedMethod method, Optional<NextStepView> nextStep) {
    var card = method.card();
    return new PaymentMethodView(
        method.id().value(),
        status(method.state()),
        card.brand(),
        card.lastDigits(),
        new ExpiryView(card.expiryMonth(), card.expiryYear()),
        method.preferred(),
        nextStep);
  }

  private static String status(SavedMethod.State state) {
    return switch (state) {
      case SavedMethod.State.Asked _ -> "pending";
      case SavedMethod.State.Saved _ -> "saved";
      case SavedMethod.State.Refused _ -> "refused";
      case SavedMethod.State.Removed _ -> "removed";
    };
  }
}
