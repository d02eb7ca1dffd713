package org.mercat.application.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.OperationKey;

/**
 * A gateway on the far side of a bad line: requests and answers get lost, it is busy, it breaks.
 * What the real one has done outlives every crash, and is told to whoever listens.
 */
final class UnsteadyGateway implements InvocationHandler {

  /** What the gateway has of its own; it is told every change of it. */
  interface Listener {
    void changed(View view);
  }

  /** How long the gateway repeats what it has answered under a key. */
  private static final Duration KEPT = Duration.ofHours(24);

  private static final String ANOTHER_REQUEST = "used for another request";

  private final PaymentGateway real;
  private final Scheduler scheduler;
  private final Faults faults;
  private final Diary diary;
  private final InstantSource clock;
  private final BooleanSupplier insideUnit;
  private final Listener listener;
  private final Set<OperationKey> asked = new LinkedHashSet<>();
  private final Map<OperationKey, Instant> broken = new HashMap<>();

  UnsteadyGateway(
      PaymentGateway real,
      Scheduler scheduler,
      Faults faults,
      Diary diary,
      InstantSource clock,
      BooleanSupplier insideUnit,
      Listener listener) {
    this.real = real;
    this.scheduler = scheduler;
    this.faults = faults;
    this.diary = diary;
    this.clock = clock;
    this.insideUnit = insideUnit;
    this.listener = listener;
  }

  PaymentGateway port() {
    return (PaymentGateway)
        Proxy.newProxyInstance(
            PaymentGateway.class.getClassLoader(), new Class<?>[] {PaymentGateway.class}, this);
  }

  /** Every key under which something was asked for. */
  List<OperationKey> asked() {
    return List.copyOf(asked);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    if (args == null || method.getReturnType() != Outcome.class) {
      return called(method, args);
    }
    if (insideUnit.getAsBoolean()) {
      throw new AssertionError("the gateway was called inside a unit of work");
    }
    scheduler.pause();
    var outcome = answer(method, args);
    var about = args[0] instanceof OperationKey key ? key.text() : args[0];
    diary.note("gateway: %s %s -> %s".formatted(method.getName(), about, outcome));
    scheduler.pause();
    return outcome;
  }

  private @Nullable Object answer(Method method, @Nullable Object[] args) throws Throwable {
    var command = command(method, args);
    if (command.filter(this::isBroken).isPresent()) {
      return new Outcome.Unknown<View>("500, as before");
    }
    var fault = faults.ofCall();
    return switch (fault) {
      case NONE -> done(method, args, command);
      case REQUEST_LOST, BROKEN -> new Outcome.Unknown<View>(fault.name());
      case BUSY -> new Outcome.Busy<View>(Duration.ofSeconds(1));
      case ANSWER_LOST -> new Outcome.Unknown<View>("lost: " + done(method, args, command));
      case BROKEN_FOR_GOOD -> {
        command.ifPresent(key -> broken.put(key, clock.instant().plus(KEPT)));
        yield new Outcome.Unknown<View>("500");
      }
    };
  }

  /** The key of what is asked for; empty for a question. */
  private static Optional<OperationKey> command(Method method, @Nullable Object[] args) {
    return args[0] instanceof OperationKey key && !method.getName().startsWith("find")
        ? Optional.of(key)
        : Optional.empty();
  }

  private boolean isBroken(OperationKey key) {
    var until = broken.get(key);
    return until != null && clock.instant().isBefore(until);
  }

  private @Nullable Object done(
      Method method, @Nullable Object[] args, Optional<OperationKey> command) throws Throwable {
    var outcome = called(method, args);
    command.ifPresent(asked::add);
    if (outcome instanceof Outcome.Rejected<?>(_, var detail) && detail.contains(ANOTHER_REQUEST)) {
      throw new AssertionError(detail + ": " + command);
    }
    if (command.isPresent()
        && outcome instanceof Outcome.Done<?>(View view, var replayed)
        && !replayed) {
      listener.changed(view);
    }
    return outcome;
  }

  private @Nullable Object called(Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException failure) {
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }
}
