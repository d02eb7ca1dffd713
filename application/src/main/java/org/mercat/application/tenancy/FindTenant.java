package org.mercat.application.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.TenantDirectory;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.TenantId;

/** Finds out for which market a request is, and whether it is served, as of a second ago. */
public final class FindTenant {

  /** So long an answer is good on this node. */
  static final Duration MEMORY = Duration.ofSeconds(1);

  /** So many answers of each kind are remembered at the most. */
  static final int MOST = 10_000;

  public sealed interface Query {
    /** The market that is reached under a name. */
    record At(HostName host) implements Query {}

    /** The market of an id. */
    record Of(TenantId tenant) implements Query {}
  }

  public sealed interface Outcome {
    record Served(TenantId tenant) implements Outcome {}

    record Suspended(TenantId tenant) implements Outcome {}

    /** No tenant is reached like that. */
    record Unknown() implements Outcome {}
  }

  private record Remembered(Outcome outcome, Instant at) {
    boolean holdsAt(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(MEMORY));
    }
  }

  private final TenantDirectory directory;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;
  private final Map<Query, Remembered> memory = new ConcurrentHashMap<>();

  public FindTenant(TenantDirectory directory, UnitOfWork unitOfWork, InstantSource system) {
    this.directory = directory;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Query query) {
    var now = system.instant();
    return Optional.ofNullable(memory.get(query))
        .filter(remembered -> remembered.holdsAt(now))
        .map(Remembered::outcome)
        .orElseGet(() -> remember(query, now, () -> look(query)));
  }

  int remembered() {
    return memory.size();
  }

  private Outcome look(Query query) {
    return unitOfWork.run(
        () -> tenant(query).flatMap(this::served).orElseGet(Outcome.Unknown::new));
  }

  private Optional<TenantId> tenant(Query query) {
    return switch (query) {
      case Query.At(var host) -> directory.at(host);
      case Query.Of(var tenant) -> Optional.of(tenant);
    };
  }

  private Optional<Outcome> served(TenantId tenant) {
    return directory
        .standing(tenant)
        .map(
            standing ->
                switch (standing) {
                  case ACTIVE -> new Outcome.Served(tenant);
                  case SUSPENDED -> new Outcome.Suspended(tenant);
                });
  }

  private Outcome remember(Query query, Instant now, Supplier<Outcome> look) {
    var outcome = look.get();
    if (memory.size() >= MOST) {
      memory.clear();
    }
    memory.put(query, new Remembered(outcome, now));
    return outcome;
  }
}
