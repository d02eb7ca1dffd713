package org.mercat.payments.stripe.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Idempotency as Stripe tells it: the first API keeps status and body of whatever has been begun,
 * faults as well, and repeats them; the second one keeps what has succeeded. Another request under
 * the key is refused, and one that comes while the first is in work finds the key in use.
 */
final class FakeKeys {

  /** What was asked under a key; without an answer while it is in work. */
  private record Kept(String request, Optional<FakeAnswer> answer) {}

  private final Map<String, Kept> kept = new HashMap<>();

  FakeAnswer answer(FakeRequest request, Supplier<FakeAnswer> work) {
    var key = request.idempotencyKey();
    return key.isEmpty() ? work.get() : answer(key.get(), request, work);
  }

  /** Forgets all keys, as Stripe may after a day. */
  synchronized void forget() {
    kept.clear();
  }

  private FakeAnswer answer(String key, FakeRequest request, Supplier<FakeAnswer> work) {
    var asked = request.method() + " " + request.path() + " " + request.body();
    var earlier = begin(key, asked);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var answer = work.get();
    end(key, asked, answer, request.isOfV2() ? answer.status() < 300 : answer.kept());
    return answer;
  }

  private synchronized Optional<FakeAnswer> begin(String key, String asked) {
    var earlier = kept.putIfAbsent(key, new Kept(asked, Optional.empty()));
    if (earlier == null) {
      return Optional.empty();
    }
    if (!earlier.request().equals(asked)) {
      return Optional.of(
          FakeAnswer.of(400, FakeAnswer.error("idempotency_error", "idempotency_error"), false));
    }
    return Optional.of(
        earlier
            .answer()
            .map(answer -> answer.with("Idempotent-Replayed", "true"))
            .orElseGet(
                () ->
                    FakeAnswer.of(
                        409,
                        FakeAnswer.error("idempotency_error", "idempotency_key_in_use"),
                        false)));
  }

  private synchronized void end(String key, String asked, FakeAnswer answer, boolean keeps) {
    if (keeps) {
      kept.put(key, new Kept(asked, Optional.of(answer)));
    } else {
      kept.remove(key);
    }
  }
}
