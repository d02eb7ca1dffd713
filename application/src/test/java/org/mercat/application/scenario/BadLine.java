package org.mercat.application.scenario;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;

/**
 * The line to a gateway that lives in this process: it loses and garbles what it is told to. It
 * lets no key be used for two requests, whatever the gateway would say to that.
 */
public final class BadLine implements InvocationHandler {

  private final PaymentGateway gateway;
  private final Supplier<Optional<Mishap>> mishaps;
  private final Map<OperationKey, List<?>> asked = new ConcurrentHashMap<>();
  private final Set<OperationKey> broken = ConcurrentHashMap.newKeySet();

  private BadLine(PaymentGateway gateway, Supplier<Optional<Mishap>> mishaps) {
    this.gateway = gateway;
    this.mishaps = mishaps;
  }

  /**
   * The gateway behind such a line.
   *
   * @param mishaps what goes wrong with the next command
   */
  public static PaymentGateway to(PaymentGateway gateway, Supplier<Optional<Mishap>> mishaps) {
    return (PaymentGateway)
        Proxy.newProxyInstance(
            PaymentGateway.class.getClassLoader(),
            new Class<?>[] {PaymentGateway.class},
            new BadLine(gateway, mishaps));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    if (args == null
        || !(args[0] instanceof OperationKey key)
        || method.getName().startsWith("find")) {
      return called(method, args);
    }
    var request = List.of(args);
    var earlier = asked.putIfAbsent(key, request);
    if (earlier != null && !earlier.equals(request)) {
      throw new AssertionError("one key for two requests: " + earlier + ", " + request);
    }
    if (broken.contains(key)) {
      return new Outcome.Rejected<View>(FailureCode.NEVER_ARRIVED, "the fault of before");
    }
    var mishap = mishaps.get();
    return mishap.isEmpty() ? called(method, args) : garbled(mishap.get(), key, method, args);
  }

  private Outcome<View> garbled(
      Mishap mishap, OperationKey key, Method method, @Nullable Object[] args) throws Throwable {
    return switch (mishap) {
      case LOST_BEFORE, UNAVAILABLE -> new Outcome.Unknown<>(mishap.name());
      case LOST_AFTER, FAULT_AFTER, PAGE ->
          new Outcome.Unknown<>(mishap + " " + called(method, args));
      case TOO_MANY, IN_USE -> new Outcome.Busy<>(Duration.ofSeconds(1));
      case FAULT_BEFORE -> {
        var _ = broken.add(key);
        yield new Outcome.Unknown<>(mishap.name());
      }
    };
  }

  private @Nullable Object called(Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(gateway, args);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
