package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.UserId;

public final class InMemoryPhoneChallenges implements PhoneChallenges, Store {

  private Map<UserId, PhoneChallenge> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public Kept put(PhoneChallenge challenge) {
    var before = Optional.ofNullable(stored.get(challenge.user()));
    if (before
        .filter(it -> it.sentAt().plus(PhoneChallenge.PAUSE).isAfter(challenge.sentAt()))
        .isPresent()) {
      return Kept.TOO_SOON;
    }
    stored.put(challenge.user(), challenge);
    return Kept.KEPT;
  }

  @Override
  public Optional<PhoneChallenge> tryOnce(UserId user) {
    return Optional.ofNullable(
        stored.computeIfPresent(
            user,
            (_, it) ->
                new PhoneChallenge(user, it.number(), it.code(), it.tries() + 1, it.sentAt())));
  }

  @Override
  public Taken take(UserId user, Instant sentAt) {
    var found = Optional.ofNullable(stored.get(user)).filter(it -> it.sentAt().equals(sentAt));
    found.ifPresent(it -> stored.remove(it.user()));
    return found.isPresent() ? Taken.TAKEN : Taken.GONE;
  }

  @Override
  public int prune(Instant before) {
    var size = stored.size();
    stored.values().removeIf(it -> it.sentAt().isBefore(before));
    return size - stored.size();
  }
}
