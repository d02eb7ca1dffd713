package org.mercat.application.tenancy;

import java.util.Set;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.TenantDirectory;
import org.mercat.application.tenancy.port.TenantSettings;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Settings;

/** Query: how the market works, for those who manage it. */
public final class OwnSettings {

  public record Query(Caller caller) {}

  public sealed interface Outcome {
    record Found(Settings settings, Set<HostName> hosts) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final TenantSettings settings;
  private final TenantDirectory directory;
  private final Access access;
  private final UnitOfWork unitOfWork;

  public OwnSettings(
      TenantSettings settings, TenantDirectory directory, Access access, UnitOfWork unitOfWork) {
    this.settings = settings;
    this.directory = directory;
    this.access = access;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.TENANT_OWN)
        ? unitOfWork.run(() -> new Outcome.Found(settings.current(), directory.ownHosts()))
        : new Outcome.Forbidden();
  }
}
