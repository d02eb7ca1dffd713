package org.mercat.application.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.FailureCounts;
import org.mercat.application.identity.port.KeyedDigest;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.SignInFailures;
import org.mercat.domain.identity.SignInFailures.Scope;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserEvent.SignInLocked;
import org.mercat.domain.identity.UserEvent.SignedInAfterFailures;
import org.mercat.domain.notification.Message;

/**
 * Finds out whether somebody knows the password of an account, and keeps out who has told too many
 * wrong ones. An address without an account is counted and answered like one that has one. Opens
 * units of work of its own.
 */
public final class CheckPassword {

  /**
   * What is to be found out.
   *
   * @param place from where somebody tries it: an address in the network, or a session
   */
  public record Command(EmailAddress email, Password password, String place) {}

  public sealed interface Outcome {
    record Right(UserAccount account) implements Outcome {}

    /** Wrong, or there is no such account, or it is not open. */
    record Wrong() implements Outcome {}

    /** Too many were wrong: nobody is told anything before that has passed. */
    record Locked(Duration rest) implements Outcome {}
  }

  private record Key(Scope scope, String digest) {}

  private record Found(Optional<UserAccount> account, Optional<Instant> lockedUntil) {}

  private final Users users;
  private final FailureCounts failures;
  private final KeyedDigest digest;
  private final PasswordHasher hasher;
  private final TellOwner tellOwner;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public CheckPassword(
      Users users,
      FailureCounts failures,
      KeyedDigest digest,
      PasswordHasher hasher,
      TellOwner tellOwner,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.users = users;
    this.failures = failures;
    this.digest = digest;
    this.hasher = hasher;
    this.tellOwner = tellOwner;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var keys = keys(command);
    var now = system.instant();
    var found =
        unitOfWork.run(() -> new Found(users.findByEmail(command.email()), lockedUntil(keys, now)));
    if (found.lockedUntil().isPresent()) {
      return locked(found.lockedUntil().get(), now);
    }
    var matches = hasher.matches(command.password(), found.account().map(UserAccount::password));
    return found
        .account()
        .filter(account -> matches && account.maySignIn())
        .map(account -> right(account, keys))
        .orElseGet(() -> wrong(found.account(), keys));
  }

  /** Those who guess at the same time are kept out too: a lock that began meanwhile holds. */
  private Outcome right(UserAccount account, List<Key> keys) {
    var now = system.instant();
    return unitOfWork.run(
        () ->
            lockedUntil(keys, now)
                .map(until -> locked(until, now))
                .orElseGet(() -> forgive(account, keys, now)));
  }

  private Outcome forgive(UserAccount account, List<Key> keys, Instant now) {
    var before = keys.stream().mapToInt(key -> failures.find(key.digest()).count()).max();
    if (before.orElse(0) > 0) {
      failures.clear(keys.stream().map(Key::digest).collect(toUnmodifiableSet()));
      outbox.append(new SignedInAfterFailures(account.id(), before.orElseThrow(), now));
    }
    return new Outcome.Right(account);
  }

  private Outcome wrong(Optional<UserAccount> account, List<Key> keys) {
    var now = system.instant();
    return unitOfWork.run(
        () -> {
          for (var key : keys) {
            var counted = failures.count(key.digest(), now);
            if (counted.beginsLock(key.scope())) {
              account.ifPresent(owner -> tell(owner, key.scope(), counted, now));
            }
          }
          return new Outcome.Wrong();
        });
  }

  private void tell(UserAccount owner, Scope scope, SignInFailures counted, Instant now) {
    var until = counted.lockedUntil(scope, now).orElse(now);
    outbox.append(new SignInLocked(owner.id(), until, now));
    tellOwner.handle(new TellOwner.Command(owner, new Message.AccountLocked(until)));
  }

  private Optional<Instant> lockedUntil(List<Key> keys, Instant now) {
    return keys.stream()
        .flatMap(key -> failures.find(key.digest()).lockedUntil(key.scope(), now).stream())
        .max(Comparator.naturalOrder());
  }

  private static Outcome locked(Instant until, Instant now) {
    return new Outcome.Locked(Duration.between(now, until));
  }

  private List<Key> keys(Command command) {
    var email = command.email().value();
    return List.of(
        new Key(Scope.PLACE, digest.of("place " + email + " " + command.place())),
        new Key(Scope.ACCOUNT, digest.of("account " + email)));
  }
}
