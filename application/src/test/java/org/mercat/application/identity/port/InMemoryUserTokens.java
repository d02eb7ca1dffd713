package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.identity.UserToken.Purpose;

public final class InMemoryUserTokens implements UserTokens, Store {

  private final List<UserToken> stored = new ArrayList<>();

  @Override
  public Runnable snapshot() {
    var copy = List.copyOf(stored);
    return () -> {
      stored.clear();
      stored.addAll(copy);
    };
  }

  @Override
  public Kept put(UserToken token) {
    var tooSoon =
        stored.stream()
            .filter(it -> isOf(it, token.user(), token.purpose()))
            .anyMatch(it -> it.issuedAt().plus(UserToken.PAUSE).isAfter(token.issuedAt()));
    if (tooSoon) {
      return Kept.TOO_SOON;
    }
    drop(token.user(), token.purpose());
    stored.add(token);
    return Kept.KEPT;
  }

  @Override
  public Optional<UserToken> find(OneTimeToken.Digest digest) {
    return stored.stream().filter(token -> token.digest().equals(digest)).findAny();
  }

  @Override
  public Optional<UserToken> take(OneTimeToken.Digest digest) {
    var found = find(digest);
    found.ifPresent(stored::remove);
    return found;
  }

  @Override
  public void drop(UserId user, Purpose purpose) {
    stored.removeIf(token -> isOf(token, user, purpose));
  }

  @Override
  public int prune(Instant before) {
    var size = stored.size();
    stored.removeIf(token -> token.expiresAt().isBefore(before));
    return size - stored.size();
  }

  private static boolean isOf(UserToken token, UserId user, Purpose purpose) {
    return token.user().equals(user) && token.purpose() == purpose;
  }
}
