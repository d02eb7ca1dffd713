package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuerId;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisOidcIssuers implements OidcIssuers {

  private final Sessions sessions;

  public MyBatisOidcIssuers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public OidcIssuerId nextId() {
    return new OidcIssuerId(Ids.next());
  }

  @Override
  public List<OidcIssuer> all() {
    return mapper().all().stream().map(OidcIssuerRow::toDomain).toList();
  }

  @Override
  public Optional<OidcIssuer> find(String issuer) {
    return Optional.ofNullable(mapper().find(issuer)).map(OidcIssuerRow::toDomain);
  }

  @Override
  public Addition add(OidcIssuer issuer) {
    return mapper().insert(OidcIssuerRow.of(issuer)) == 0
        ? Addition.TRUSTED_ALREADY
        : Addition.ADDED;
  }

  @Override
  public boolean remove(OidcIssuerId id) {
    return mapper().delete(id.value()) > 0;
  }

  @Override
  public Optional<UserId> linked(String issuer, String subject) {
    return Optional.ofNullable(mapper().linked(issuer, subject)).map(UserId::new);
  }

  @Override
  public Link link(String issuer, String subject, UserId user) {
    return mapper().link(issuer, subject, user.value()) == 0 ? Link.TAKEN : Link.LINKED;
  }

  @Override
  public Use use(String digest, Instant until, Instant now) {
    var _ = mapper().forget(now);
    return mapper().use(digest, until) == 0 ? Use.AGAIN : Use.FIRST;
  }

  private OidcIssuerMapper mapper() {
    return sessions.mapper(OidcIssuerMapper.class);
  }
}
