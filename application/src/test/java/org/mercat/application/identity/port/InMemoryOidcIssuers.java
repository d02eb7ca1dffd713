package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuerId;
import org.mercat.domain.identity.UserId;

public final class InMemoryOidcIssuers implements OidcIssuers, Store {

  private record Subject(String issuer, String subject) {}

  private Map<String, OidcIssuer> trusted = new LinkedHashMap<>();
  private Map<Subject, UserId> links = new HashMap<>();
  private Map<String, Instant> used = new HashMap<>();

  @Override
  public Runnable snapshot() {
    var keptTrusted = new LinkedHashMap<>(trusted);
    var keptLinks = new HashMap<>(links);
    var keptUsed = new HashMap<>(used);
    return () -> {
      trusted = keptTrusted;
      links = keptLinks;
      used = keptUsed;
    };
  }

  @Override
  public OidcIssuerId nextId() {
    return new OidcIssuerId(UUID.randomUUID());
  }

  @Override
  public List<OidcIssuer> all() {
    return trusted.values().stream().sorted(Comparator.comparing(OidcIssuer::issuer)).toList();
  }

  @Override
  public Optional<OidcIssuer> find(String issuer) {
    return Optional.ofNullable(trusted.get(issuer));
  }

  @Override
  public Addition add(OidcIssuer issuer) {
    return trusted.putIfAbsent(issuer.issuer(), issuer) == null
        ? Addition.ADDED
        : Addition.TRUSTED_ALREADY;
  }

  @Override
  public boolean remove(OidcIssuerId id) {
    return trusted.values().removeIf(issuer -> issuer.id().equals(id));
  }

  @Override
  public Optional<UserId> linked(String issuer, String subject) {
    return Optional.ofNullable(links.get(new Subject(issuer, subject)));
  }

  @Override
  public Link link(String issuer, String subject, UserId user) {
    return links.putIfAbsent(new Subject(issuer, subject), user) == null ? Link.LINKED : Link.TAKEN;
  }

  @Override
  public Use use(String digest, Instant until, Instant now) {
    var _ = used.values().removeIf(end -> !now.isBefore(end));
    return used.putIfAbsent(digest, until) == null ? Use.FIRST : Use.AGAIN;
  }
}
