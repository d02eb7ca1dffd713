package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.identity.port.UserTokens;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.identity.UserToken.Purpose;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisUserTokens implements UserTokens {

  private final Sessions sessions;

  public MyBatisUserTokens(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Kept put(UserToken token) {
    var notAfter = token.issuedAt().minus(UserToken.PAUSE);
    return mapper().put(UserTokenRow.of(token), notAfter) == 0 ? Kept.TOO_SOON : Kept.KEPT;
  }

  @Override
  public Optional<UserToken> find(OneTimeToken.Digest digest) {
    return Optional.ofNullable(mapper().find(digest.hex())).map(UserTokenRow::toDomain);
  }

  @Override
  public Optional<UserToken> take(OneTimeToken.Digest digest) {
    return Optional.ofNullable(mapper().take(digest.hex())).map(UserTokenRow::toDomain);
  }

  @Override
  public void drop(UserId user, Purpose purpose) {
    var _ = mapper().drop(user.value(), purpose.name());
  }

  @Override
  public int prune(Instant before) {
    return mapper().prune(before);
  }

  private UserTokenMapper mapper() {
    return sessions.mapper(UserTokenMapper.class);
  }
}
