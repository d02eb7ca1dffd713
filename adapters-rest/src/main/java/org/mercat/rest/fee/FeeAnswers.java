package org.mercat.rest.fee;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.mercat.domain.fee.EndRefusal;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** The answers that are the same for rates and for tiers. */
final class FeeAnswers {

  private FeeAnswers() {}

  static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators see and set fees.");
  }

  static Response unknownProvider() {
    return Problem.of(
        List.of(new Violation("/provider", Code.NOT_FOUND, "names no provider of the market")));
  }

  static Response refused(EndRefusal why) {
    return switch (why) {
      case ENDS_BEFORE ->
          Problem.of(ProblemCode.WRONG_STATE, "It is over, or ends no later as it is.");
      case IN_THE_PAST ->
          Problem.of(
              List.of(new Violation("/at", Code.OUT_OF_RANGE, "is past, and what held stays")));
    };
  }
}
