package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.shared.Sealer;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

/** Secrets as rows, sealed; of recovery codes only digests. */
public final class MyBatisSecondFactors implements SecondFactors {

  private final Sessions sessions;
  private final Sealer sealer;

  public MyBatisSecondFactors(Sessions sessions, Sealer sealer) {
    this.sessions = sessions;
    this.sealer = sealer;
  }

  @Override
  public Optional<SecondFactor> hold(UserId user) {
    return Optional.ofNullable(mapper().lockUser(user.value()))
        .flatMap(id -> Optional.ofNullable(mapper().find(id)))
        .map(row -> row.toDomain(sealer));
  }

  @Override
  public void put(SecondFactor begun) {
    mapper().put(SecondFactorRow.of(begun, sealer));
  }

  @Override
  public void activate(UserId user, Instant now) {
    mapper().activate(user.value(), now);
  }

  @Override
  public Use use(UserId user, long step) {
    return mapper().useStep(user.value(), step) == 0 ? Use.REFUSED : Use.USED;
  }

  @Override
  public Use use(UserId user, RecoveryCode.Digest digest) {
    return mapper().useCode(user.value(), digest.hex()) == 0 ? Use.REFUSED : Use.USED;
  }

  @Override
  public void replaceCodes(UserId user, List<RecoveryCode.Digest> codes) {
    mapper().deleteCodes(user.value());
    mapper().insertCodes(user.value(), codes.stream().map(RecoveryCode.Digest::hex).toList());
  }

  @Override
  public int codesLeft(UserId user) {
    return mapper().codes(user.value());
  }

  @Override
  public void remove(UserId user) {
    mapper().deleteCodes(user.value());
    mapper().delete(user.value());
  }

  @Override
  public boolean isMissing(UserId administrator) {
    return mapper().isMissing(administrator.value());
  }

  @Override
  public int prune(Instant before) {
    return mapper().prune(before);
  }

  private SecondFactorMapper mapper() {
    return sessions.mapper(SecondFactorMapper.class);
  }
}
