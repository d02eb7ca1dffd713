package org.mercat.payments.sandbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.shared.Money;

/** How the sandbox answers: from its books, or that they cannot be opened. */
final class SandboxCalls {

  private static final long MOST_MINOR = 99_999_999;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SandboxDatabase database;

  SandboxCalls(SandboxDatabase database) {
    this.database = database;
  }

  /** A failure of the database is no answer, unless surely nothing has been done. */
  <W, T> Outcome<T> answer(SandboxDatabase.Work<W> work, Function<W, Outcome<T>> answer) {
    try {
      return answer.apply(database.attempt(work));
    } catch (SQLException failure) {
      return SandboxDatabase.isLocked(failure)
          ? new Outcome.Busy<>(RETRY_AFTER)
          : new Outcome.Unknown<>("the sandbox does not answer: " + failure.getSQLState());
    }
  }

  <T> Outcome<T> read(SandboxDatabase.Work<Optional<T>> work) {
    return answer(
        work,
        found ->
            found
                .<Outcome<T>>map(view -> new Outcome.Done<>(view, false))
                .orElseGet(() -> rejected(FailureCode.NOT_FOUND)));
  }

  <T> Outcome<Optional<T>> find(SandboxDatabase.Work<Optional<T>> work) {
    return answer(work, found -> new Outcome.Done<>(found, false));
  }

  /** What is wrong with a request before anything is looked at. */
  static Optional<FailureCode> wrong(OperationKey key, Step step, Money amount) {
    if (key.step() != step || !amount.isPositive()) {
      return Optional.of(FailureCode.REJECTED);
    }
    return amount.minor() > MOST_MINOR
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }

  static <T> Outcome<T> reused() {
    return new Outcome.Rejected<>(
        FailureCode.REJECTED, "the key was used for another request before");
  }

  static <T> Outcome<T> rejected(FailureCode why) {
    return new Outcome.Rejected<>(why, "the sandbox refuses such a request");
  }
}
