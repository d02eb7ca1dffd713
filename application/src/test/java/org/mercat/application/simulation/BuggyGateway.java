package org.mercat.application.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.RefundView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;

/** Asks the gateway in a wrong way, or takes its answers in a wrong way. */
final class BuggyGateway implements InvocationHandler {

  private final PaymentGateway gateway;
  private final Bug bug;
  private int tries;

  private BuggyGateway(PaymentGateway gateway, Bug bug) {
    this.gateway = gateway;
    this.bug = bug;
  }

  static PaymentGateway around(PaymentGateway gateway, Optional<Bug> bug) {
    return bug.map(
            it ->
                (PaymentGateway)
                    Proxy.newProxyInstance(
                        PaymentGateway.class.getClassLoader(),
                        new Class<?>[] {PaymentGateway.class},
                        new BuggyGateway(gateway, it)))
        .orElse(gateway);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    var changed = args == null ? null : args.clone();
    var ours = Optional.<OperationKey>empty();
    if (changed != null && changed[0] instanceof OperationKey key) {
      ours = Optional.of(key);
      changed[0] = key(key, method);
    }
    try {
      return answer(method.invoke(gateway, changed), ours);
    } catch (InvocationTargetException failure) {
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }

  private OperationKey key(OperationKey key, Method method) {
    if (bug == Bug.FRESH_KEY_FOR_EVERY_TRY && !method.getName().startsWith("find")) {
      tries++;
      return new OperationKey(key.subject(), key.step(), key.number(), 1_000 + tries);
    }
    return bug == Bug.ONE_KEY_FOR_ALL_REFUNDS && key.step() == Step.REFUND
        ? new OperationKey(key.subject(), key.step(), 1, key.attempt())
        : key;
  }

  private @Nullable Object answer(@Nullable Object answer, Optional<OperationKey> ours) {
    if (bug == Bug.TAKES_SILENCE_FOR_REFUSAL && answer instanceof Outcome.Unknown<?>) {
      return new Outcome.Declined<PaymentView>(FailureCode.CARD_DECLINED);
    }
    if (answer instanceof Outcome.Done<?>(PaymentView view, var replayed)) {
      var status = bug == Bug.BELIEVES_EVENTS ? Status.SUCCEEDED : view.status();
      return new Outcome.Done<>(
          new PaymentView(
              view.reference(), ours.orElse(view.key()), status, view.amount(), view.refunded()),
          replayed);
    }
    if (answer instanceof Outcome.Done<?>(RefundView view, var replayed)) {
      var paid = bug == Bug.TAKES_FAILED_REFUND_FOR_PAID && view.status() == Status.FAILED;
      return new Outcome.Done<>(
          new RefundView(
              view.reference(),
              ours.orElse(view.key()),
              paid ? Status.SUCCEEDED : view.status(),
              view.amount()),
          replayed);
    }
    return answer;
  }
}
