package org.mercat.rest.tenancy;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.application.tenancy.ChangeSettings;
import org.mercat.application.tenancy.ChangeTenant;
import org.mercat.application.tenancy.OpenTenant;
import org.mercat.application.tenancy.OwnSettings;
import org.mercat.application.tenancy.TenantDetails;
import org.mercat.application.tenancy.TenantList;
import org.mercat.application.tenancy.TenantMembers;
import org.mercat.application.tenancy.port.InMemoryAdministrators;
import org.mercat.application.tenancy.port.InMemoryMembers;
import org.mercat.application.tenancy.port.InMemoryTenantSettings;
import org.mercat.application.tenancy.port.InMemoryTenants;
import org.mercat.domain.tenancy.Settings;

/** The resources of tenants over stores in memory. */
final class MemoryTenancy {

  static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");

  final InMemoryTenants tenants = new InMemoryTenants();
  final InMemoryAdministrators administrators = new InMemoryAdministrators();
  final InMemoryTenantSettings settings = new InMemoryTenantSettings(Settings.initial(false));
  final InMemoryMembers members = new InMemoryMembers();
  final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  final InMemoryUnitOfWork unitOfWork =
      new InMemoryUnitOfWork(tenants, administrators, settings, outbox);
  private final AccessRules access = new AccessRules();
  private final InstantSource clock = InstantSource.fixed(NOW);
  final TenantsResource tenantsResource =
      new TenantsResource(
          new TenantList(tenants, access, unitOfWork),
          new TenantDetails(tenants, access, unitOfWork),
          new OpenTenant(tenants, administrators, access, outbox, unitOfWork, clock),
          new ChangeTenant(tenants, access, outbox, unitOfWork, clock));
  final OwnTenantResource ownTenantResource =
      new OwnTenantResource(
          new OwnSettings(settings, tenants, access, unitOfWork),
          new ChangeSettings(settings, access, outbox, unitOfWork, clock),
          new TenantMembers(members, access, unitOfWork));
}
