package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.identity.port.PhoneChallenges;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPhoneChallenges implements PhoneChallenges {

  private final Sessions sessions;

  public MyBatisPhoneChallenges(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Kept put(PhoneChallenge challenge) {
    var notAfter = challenge.sentAt().minus(PhoneChallenge.PAUSE);
    return mapper().put(PhoneChallengeRow.of(challenge), notAfter) == 0 ? Kept.TOO_SOON : Kept.KEPT;
  }

  @Override
  public Optional<PhoneChallenge> tryOnce(UserId user) {
    return Optional.ofNullable(mapper().tryOnce(user.value())).map(PhoneChallengeRow::toDomain);
  }

  @Override
  public Taken take(UserId user, Instant sentAt) {
    return mapper().take(user.value(), sentAt) == 0 ? Taken.GONE : Taken.TAKEN;
  }

  @Override
  public int prune(Instant before) {
    return mapper().prune(before);
  }

  private PhoneChallengeMapper mapper() {
    return sessions.mapper(PhoneChallengeMapper.class);
  }
}
