package org.mercat.application.payment.port;

import java.util.Map;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/** What was asked under a key, how it was answered, and what has become of it. */
record KeptAnswer<R, V>(R request, Outcome<V> answer, V now) {

  /** Something that was done at once. */
  static <R, V> KeptAnswer<R, V> done(R request, V view) {
    return new KeptAnswer<>(request, new Outcome.Done<>(view, false), view);
  }

  KeptAnswer<R, V> changed(V next) {
    return new KeptAnswer<>(request, answer, next);
  }

  Outcome<V> repeated(R again) {
    if (!request.equals(again)) {
      return rejected("the key was used for another request");
    }
    return answer instanceof Outcome.Done<V>(var value, _)
        ? new Outcome.Done<>(value, true)
        : answer;
  }

  static <R, V> KeptAnswer<R, V> of(Map<OperationKey, KeptAnswer<R, V>> all, OperationKey key) {
    return required(Optional.ofNullable(all.get(key)));
  }

  static <V extends View> Optional<V> find(
      Map<OperationKey, ? extends KeptAnswer<?, V>> all, GatewayReference reference) {
    return all.values().stream()
        .<V>map(KeptAnswer::now)
        .filter(view -> view.reference().equals(reference))
        .findAny();
  }

  static <V extends View> Outcome<Optional<V>> under(
      Map<OperationKey, ? extends KeptAnswer<?, V>> all, OperationKey key) {
    return new Outcome.Done<>(Optional.ofNullable(all.get(key)).map(KeptAnswer::now), false);
  }

  static GatewayReference reference(String kind, Map<?, ?> others) {
    return new GatewayReference(kind + "_" + (others.size() + 1));
  }

  static <V> V required(Optional<V> view) {
    return view.orElseThrow(() -> new IllegalArgumentException("the gateway knows no such thing"));
  }

  static <T> Outcome<T> read(Optional<T> found) {
    return found
        .<Outcome<T>>map(value -> new Outcome.Done<>(value, false))
        .orElseGet(() -> new Outcome.Rejected<>(FailureCode.NOT_FOUND, "no such thing"));
  }

  static <T> Outcome<T> rejected(String detail) {
    return new Outcome.Rejected<>(FailureCode.REJECTED, detail);
  }
}
