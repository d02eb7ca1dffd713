package org.mercat.application.tenancy;

import java.time.InstantSource;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.TenantSettings;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.Settings;
import org.mercat.domain.tenancy.TenantEvent.TenantSettingsChanged;

/** Those who manage a market say how it works from now on. */
public final class ChangeSettings {

  /** The whole next settings, of the version that they were made from. */
  public record Command(Caller caller, Settings settings) {}

  public sealed interface Outcome {
    record Changed(Settings settings) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** Somebody has changed them since. */
    record Stale() implements Outcome {}
  }

  private final TenantSettings settings;
  private final Access access;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ChangeSettings(
      TenantSettings settings,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.settings = settings;
    this.access = access;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.TENANT_OWN)
        ? unitOfWork.run(() -> change(command.settings()))
        : new Outcome.Forbidden();
  }

  private Outcome change(Settings next) {
    if (settings.current().version() != next.version()) {
      return new Outcome.Stale();
    }
    var stored = settings.update(next);
    outbox.append(new TenantSettingsChanged(Acting.now().tenant(), clock.instant()));
    return new Outcome.Changed(stored);
  }
}
