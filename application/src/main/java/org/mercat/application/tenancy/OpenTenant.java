package org.mercat.application.tenancy;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Administrators;
import org.mercat.application.tenancy.port.Administrators.Candidate;
import org.mercat.application.tenancy.port.Administrators.Guessable;
import org.mercat.application.tenancy.port.Tenants;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Tenant;

/**
 * The operator opens another market. It begins as the first one did: with one administrator, and
 * with whatever holds before anybody has set anything.
 */
public final class OpenTenant {

  /** What the new market is called and where it is reached, and who manages it. */
  public record Command(
      Caller caller, String name, Slug slug, Set<HostName> hosts, Administrator administrator) {}

  /**
   * The first account of the market.
   *
   * @param password empty if its owner is to choose one, as somebody who has forgotten it
   */
  public record Administrator(String email, Optional<String> password) {
    @Override
    public String toString() {
      return "Administrator[...]";
    }
  }

  public sealed interface Outcome {
    record Opened(Tenant tenant) implements Outcome {}

    record Forbidden() implements Outcome {}

    record SlugTaken() implements Outcome {}

    record HostTaken() implements Outcome {}

    /** The password of the administrator is one that is guessed. */
    record GuessablePassword() implements Outcome {}
  }

  private final Tenants tenants;
  private final Administrators administrators;
  private final Access access;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public OpenTenant(
      Tenants tenants,
      Administrators administrators,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.tenants = tenants;
    this.administrators = administrators;
    this.access = access;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.TENANT_MANAGE)) {
      return new Outcome.Forbidden();
    }
    var first = command.administrator();
    return switch (administrators.candidate(first.email(), first.password())) {
      case Candidate candidate -> unitOfWork.run(() -> open(command, candidate));
      case Guessable _ -> new Outcome.GuessablePassword();
    };
  }

  private Outcome open(Command command, Candidate candidate) {
    var now = clock.instant();
    var opened =
        Tenant.open(tenants.nextId(), command.name(), command.slug(), command.hosts(), now);
    return switch (tenants.add(opened.tenant())) {
      case SLUG_TAKEN -> new Outcome.SlugTaken();
      case HOST_TAKEN -> new Outcome.HostTaken();
      case STORED -> {
        outbox.append(opened.event());
        administrators.appoint(candidate, opened.tenant().id(), now);
        yield new Outcome.Opened(opened.tenant());
      }
    };
  }
}
