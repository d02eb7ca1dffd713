package org.mercat.rest.payment;

import jakarta.ws.rs.core.Response;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;

/** The refusals that are the same for everything about a provider's money. */
final class PayoutAnswers {

  private PayoutAnswers() {}

  static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only providers are paid out.");
  }

  static Response noProfile() {
    return Problem.of(ProblemCode.NOT_FOUND, "You have no provider profile yet.");
  }

  static Response forAdministrators() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators look after payouts.");
  }
}
