package org.mercat.payments.stripe.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong on the way to this Stripe and back, as somebody has said it. */
final class FakeLine {

  private final Deque<Fault> faults = new ArrayDeque<>();
  private final Set<String> lost = new HashSet<>();

  synchronized void next(Fault... coming) {
    faults.addAll(List.of(coming));
  }

  synchronized Optional<Fault> fault(FakeRequest request) {
    return request.isCommand() ? Optional.ofNullable(faults.poll()) : Optional.empty();
  }

  /** Of the card whose first answer never comes. */
  synchronized boolean losesAnswer(FakeRequest request) {
    var isSuch =
        request
            .parameter("payment_method")
            .filter(FakeCard.LOST_ANSWER.token()::equals)
            .isPresent();
    return isSuch && lost.add(request.idempotencyKey().orElse(""));
  }
}
