package org.mercat.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.identity.port.FailureCounts;
import org.mercat.application.identity.port.KeyedDigest;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.SecondFactors.Use;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.SecondFactorCode;
import org.mercat.domain.identity.SecondFactorEvent.RecoveryCodeUsed;
import org.mercat.domain.identity.SignInFailures.Scope;
import org.mercat.domain.identity.TotpCode;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserEvent.SignInLocked;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;

/**
 * Finds out whether somebody has the second factor of an account, uses the code up, and keeps out
 * who has told too many wrong ones. Runs in the unit of work of its caller, and lets only one at a
 * time try for an account.
 */
public final class CheckCode {

  public record Command(UserAccount account, Stage stage, Optional<SecondFactorCode> code) {}

  /** Of what the code is. */
  public enum Stage {
    /** Of a second factor that the person is about to get. */
    BEING_SET_UP,
    ACTIVE
  }

  public sealed interface Outcome {
    /** The code was good, and is not any more. */
    record Right() implements Outcome {}

    /** There is no second factor in that stage. */
    record NotNeeded() implements Outcome {}

    /** There is one, and no code was told. */
    record Missing() implements Outcome {}

    /** It is not the code, not any more, or was used. */
    record Wrong() implements Outcome {}

    /** Too many were wrong: nobody is told anything before that has passed. */
    record Locked(Duration rest) implements Outcome {}
  }

  private final SecondFactors factors;
  private final FailureCounts failures;
  private final KeyedDigest digest;
  private final TellOwner tellOwner;
  private final EventOutbox outbox;
  private final InstantSource system;

  public CheckCode(
      SecondFactors factors,
      FailureCounts failures,
      KeyedDigest digest,
      TellOwner tellOwner,
      EventOutbox outbox,
      InstantSource system) {
    this.factors = factors;
    this.failures = failures;
    this.digest = digest;
    this.tellOwner = tellOwner;
    this.outbox = outbox;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var account = command.account();
    var now = system.instant();
    return factors
        .hold(account.id())
        .filter(factor -> isIn(command.stage(), factor, now))
        .map(
            factor ->
                command
                    .code()
                    .map(code -> check(account, factor, code, now))
                    .orElseGet(Outcome.Missing::new))
        .orElseGet(Outcome.NotNeeded::new);
  }

  private static boolean isIn(Stage stage, SecondFactor factor, Instant now) {
    return switch (stage) {
      case BEING_SET_UP -> factor.isBeingSetUp(now);
      case ACTIVE -> factor.isActive();
    };
  }

  private Outcome check(
      UserAccount account, SecondFactor factor, SecondFactorCode code, Instant now) {
    var key = digest.of("code " + account.id().value());
    var before = failures.find(key);
    return before
        .lockedUntil(Scope.CODE, now)
        .<Outcome>map(until -> new Outcome.Locked(Duration.between(now, until)))
        .orElseGet(
            () ->
                switch (use(account, factor, code, now)) {
                  case USED -> right(key);
                  case REFUSED -> wrong(account, key, now);
                });
  }

  private Use use(UserAccount account, SecondFactor factor, SecondFactorCode code, Instant now) {
    return switch (code) {
      case TotpCode shown -> {
        var step = factor.stepOf(shown, now);
        yield step.isPresent() ? factors.use(account.id(), step.getAsLong()) : Use.REFUSED;
      }
      case RecoveryCode recovery -> use(account, recovery, now);
    };
  }

  private Use use(UserAccount account, RecoveryCode code, Instant now) {
    var use = factors.use(account.id(), code.digest());
    if (use == Use.USED) {
      var left = factors.codesLeft(account.id());
      outbox.append(new RecoveryCodeUsed(account.id(), left, now));
      var message = new Message.SecondFactorChanged(Change.RECOVERY_CODE_USED, now);
      tellOwner.handle(new TellOwner.Command(account, message));
    }
    return use;
  }

  private Outcome right(String key) {
    failures.clear(Set.of(key));
    return new Outcome.Right();
  }

  private Outcome wrong(UserAccount account, String key, Instant now) {
    var counted = failures.count(key, now);
    if (counted.beginsLock(Scope.CODE)) {
      var until = counted.lockedUntil(Scope.CODE, now).orElse(now);
      outbox.append(new SignInLocked(account.id(), until, now));
      tellOwner.handle(new TellOwner.Command(account, new Message.AccountLocked(until)));
    }
    return new Outcome.Wrong();
  }
}
