package org.mercat.application.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.RightsEvent;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/**
 * Whoever looks after accounts says what somebody is and may do. It holds from the next request of
 * that person on; on other nodes within a second. Administrators are left to those who may make
 * them.
 */
public final class ChangeRights {

  /**
   * What to change for whom.
   *
   * @param version of the account, as the caller has seen it
   */
  public record Command(Caller caller, UserId user, long version, Act act) {}

  public sealed interface Act {
    /** These roles and no others; one at least. */
    record GiveRoles(Set<Role> roles) implements Act {
      public GiveRoles {
        roles = Set.copyOf(roles);
      }
    }

    /** These permissions beside the roles; what is in both is denied. */
    record Permit(Set<Permission> grants, Set<Permission> denials) implements Act {
      public Permit {
        grants = Set.copyOf(grants);
        denials = Set.copyOf(denials);
      }
    }
  }

  public sealed interface Outcome {
    record Changed(Rights rights) implements Outcome {}

    /** It takes more than the caller may. */
    record Forbidden() implements Outcome {}

    /** Nobody changes what he himself may do. */
    record OwnRights() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Somebody has changed the account since. */
    record Stale() implements Outcome {}

    /** Nobody would be left who can make administrators. */
    record LastSuperAdmin() implements Outcome {}
  }

  private final Access access;
  private final UserRights rights;
  private final AuthenticateCaller authenticateCaller;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public ChangeRights(
      Access access,
      UserRights rights,
      AuthenticateCaller authenticateCaller,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market) {
    this.access = access;
    this.rights = rights;
    this.authenticateCaller = authenticateCaller;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_MANAGE)) {
      return new Outcome.Forbidden();
    }
    if (access.owns(command.caller(), command.user())) {
      return new Outcome.OwnRights();
    }
    var outcome =
        unitOfWork.run(
            () ->
                rights
                    .find(command.user())
                    .map(present -> change(present, command))
                    .orElseGet(Outcome.NotFound::new));
    authenticateCaller.forget(command.user());
    return outcome;
  }

  private Outcome change(Rights present, Command command) {
    if (present.version() != command.version()) {
      return new Outcome.Stale();
    }
    var next = next(present, command.act());
    if (next.equals(present)) {
      return new Outcome.Changed(present);
    }
    if (present.concernsAdministration(next)
        && !access.may(command.caller(), Permission.ADMIN_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return switch (rights.update(next)) {
      case LAST_SUPER_ADMIN -> new Outcome.LastSuperAdmin();
      case CHANGED -> {
        outbox.append(event(present, next, command.act(), market.instant()));
        yield new Outcome.Changed(rights.find(next.user()).orElseThrow());
      }
    };
  }

  private static Rights next(Rights present, Act act) {
    return switch (act) {
      case Act.GiveRoles(var roles) -> present.withRoles(roles);
      case Act.Permit(var grants, var denials) -> present.with(grants, denials);
    };
  }

  private static RightsEvent event(Rights present, Rights next, Act act, Instant now) {
    return switch (act) {
      case Act.GiveRoles _ ->
          new RightsEvent.RolesChanged(next.user(), present.roles(), next.roles(), now);
      case Act.Permit _ ->
          new RightsEvent.PermissionsChanged(next.user(), next.grants(), next.denials(), now);
    };
  }
}
