package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.UserId;

/** One unit of work runs at a time, so that nobody has to wait for a person. */
public final class InMemorySecondFactors implements SecondFactors, Store {

  private Map<UserId, SecondFactor> stored = new LinkedHashMap<>();
  private Map<UserId, Set<RecoveryCode.Digest>> codes = new HashMap<>();
  private boolean wanted;

  @Override
  public Runnable snapshot() {
    var factors = new LinkedHashMap<>(stored);
    var sets = new HashMap<UserId, Set<RecoveryCode.Digest>>();
    codes.forEach((user, set) -> sets.put(user, new HashSet<>(set)));
    return () -> {
      stored = factors;
      codes = sets;
    };
  }

  @Override
  public Optional<SecondFactor> hold(UserId user) {
    return Optional.ofNullable(stored.get(user));
  }

  @Override
  public void put(SecondFactor begun) {
    stored.put(begun.user(), begun);
  }

  @Override
  public void activate(UserId user, Instant now) {
    stored.computeIfPresent(
        user,
        (_, it) ->
            it.isActive()
                ? it
                : new SecondFactor(
                    user, it.secret(), it.begunAt(), Optional.of(now), it.lastStep()));
  }

  @Override
  public Use use(UserId user, long step) {
    var found = hold(user).filter(it -> it.lastStep() < step);
    found.ifPresent(
        it ->
            stored.put(
                user, new SecondFactor(user, it.secret(), it.begunAt(), it.activeSince(), step)));
    return found.isPresent() ? Use.USED : Use.REFUSED;
  }

  @Override
  public Use use(UserId user, RecoveryCode.Digest digest) {
    return codes.getOrDefault(user, new HashSet<>()).remove(digest) ? Use.USED : Use.REFUSED;
  }

  @Override
  public void replaceCodes(UserId user, List<RecoveryCode.Digest> next) {
    codes.put(user, new HashSet<>(next));
  }

  @Override
  public int codesLeft(UserId user) {
    return codes.getOrDefault(user, Set.of()).size();
  }

  @Override
  public void remove(UserId user) {
    stored.remove(user);
    codes.remove(user);
  }

  /** Decides it for the tenant. */
  public void want(boolean next) {
    wanted = next;
  }

  @Override
  public boolean isMissing(UserId administrator) {
    return wanted && hold(administrator).filter(SecondFactor::isActive).isEmpty();
  }

  @Override
  public int prune(Instant before) {
    var size = stored.size();
    stored.values().removeIf(it -> !it.isActive() && it.begunAt().isBefore(before));
    return size - stored.size();
  }
}
