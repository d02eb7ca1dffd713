package org.mercat.application.payment.port;

import java.util.function.Supplier;
import org.mercat.application.payment.port.PaymentGateway.Outcome;

/** What is between us and a gateway: it loses what it is told to lose, once. */
final class LossyLine {

  private enum Fault {
    NONE,
    REQUEST_LOST,
    ANSWER_LOST
  }

  private Fault fault = Fault.NONE;

  /** The next command does nothing, and is not answered. */
  void loseNextRequest() {
    fault = Fault.REQUEST_LOST;
  }

  /** The next command does its work, and its answer gets lost. */
  void loseNextAnswer() {
    fault = Fault.ANSWER_LOST;
  }

  <T> Outcome<T> answered(Supplier<Outcome<T>> work) {
    var now = fault;
    fault = Fault.NONE;
    return switch (now) {
      case NONE -> work.get();
      case REQUEST_LOST -> new Outcome.Unknown<>("the request was lost");
      case ANSWER_LOST -> {
        var lost = work.get();
        yield new Outcome.Unknown<>("the answer was lost: " + lost.getClass().getSimpleName());
      }
    };
  }
}
