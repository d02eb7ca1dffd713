package org.mercat.application.tenancy.port;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.tenancy.TenantId;

public final class InMemoryAdministrators implements Administrators, Store {

  /** The one password that this market's guessers know. */
  private static final String GUESSABLE = "password1";

  private Map<TenantId, Candidate> appointed = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(appointed);
    return () -> appointed = copy;
  }

  @Override
  public Candidacy candidate(String email, Optional<String> password) {
    if (email.indexOf('@') < 1 || password.filter(text -> text.length() < 8).isPresent()) {
      throw new IllegalArgumentException("nobody can be appointed like that");
    }
    if (password.filter(GUESSABLE::equals).isPresent()) {
      return new Guessable();
    }
    return new Candidate(
        email, "$hash$of " + password.map(String::hashCode).orElseGet(appointed::size));
  }

  @Override
  public void appoint(Candidate candidate, TenantId tenant, Instant now) {
    appointed.put(tenant, candidate);
  }

  /** The address of whoever manages the tenant. */
  public Optional<String> of(TenantId tenant) {
    return Optional.ofNullable(appointed.get(tenant)).map(Candidate::email);
  }
}
