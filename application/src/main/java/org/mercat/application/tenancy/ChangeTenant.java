package org.mercat.application.tenancy;

import java.time.InstantSource;
import java.util.Set;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Tenants;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.Tenant.Refusal;
import org.mercat.domain.tenancy.Tenant.Transition;
import org.mercat.domain.tenancy.TenantEvent.TenantChanged;
import org.mercat.domain.tenancy.TenantId;

/** The operator changes how a market is called and reached, and whether it is served. */
public final class ChangeTenant {

  /**
   * How the tenant is to be.
   *
   * @param version the one that the change was made from
   */
  public record Command(
      Caller caller,
      TenantId tenant,
      long version,
      String name,
      Set<HostName> hosts,
      Standing standing) {}

  public sealed interface Outcome {
    record Changed(Tenant tenant) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Somebody has changed it since. */
    record Stale() implements Outcome {}

    record HostTaken() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Tenants tenants;
  private final Access access;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ChangeTenant(
      Tenants tenants,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.tenants = tenants;
    this.access = access;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.TENANT_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            tenants
                .find(command.tenant())
                .map(tenant -> change(tenant, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome change(Tenant tenant, Command command) {
    if (tenant.version() != command.version()) {
      return new Outcome.Stale();
    }
    return switch (tenant.change(
        command.name(), command.hosts(), command.standing(), clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var changed, var event) -> store(changed, event);
    };
  }

  private Outcome store(Tenant changed, TenantChanged event) {
    return switch (tenants.update(changed)) {
      case SLUG_TAKEN -> throw new IllegalStateException("the slug of a tenant stays");
      case HOST_TAKEN -> new Outcome.HostTaken();
      case STORED -> {
        outbox.append(event);
        yield new Outcome.Changed(tenants.find(changed.id()).orElseThrow());
      }
    };
  }
}
