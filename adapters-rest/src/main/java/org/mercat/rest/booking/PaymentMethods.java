package org.mercat.rest.booking;

import java.util.Optional;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.rest.shared.Member;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Violation.Code;

/** How the means to pay with is read: as a token of the gateway, never as the number of a card. */
public final class PaymentMethods {

  private static final String NAME = "paymentMethod";
  private static final String CARD_NUMBER = "is the number of a card: send the gateway's token";

  private PaymentMethods() {}

  public static Member<String> required(Members members) {
    return members
        .text(NAME, 1, PaymentMethod.LONGEST)
        .check(text -> !PaymentMethod.isCardNumber(text), Code.MALFORMED, CARD_NUMBER);
  }

  static Member<Optional<String>> optional(Members members) {
    return members
        .optionalText(NAME, 1, PaymentMethod.LONGEST)
        .check(
            text -> text.stream().noneMatch(PaymentMethod::isCardNumber),
            Code.MALFORMED,
            CARD_NUMBER);
  }
}
