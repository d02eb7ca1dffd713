package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.ChangeSettings;
import org.mercat.application.tenancy.ChangeTenant;
import org.mercat.application.tenancy.FindTenant;
import org.mercat.application.tenancy.OpenTenant;
import org.mercat.application.tenancy.OwnSettings;
import org.mercat.application.tenancy.TenantDetails;
import org.mercat.application.tenancy.TenantList;
import org.mercat.application.tenancy.TenantMembers;
import org.mercat.application.tenancy.port.TenantDirectory;
import org.mercat.application.tenancy.port.TenantSettings;
import org.mercat.application.tenancy.port.Tenants;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.persistence.tenancy.MyBatisAdministrators;
import org.mercat.persistence.tenancy.MyBatisMembers;
import org.mercat.persistence.tenancy.MyBatisTenantDirectory;
import org.mercat.persistence.tenancy.MyBatisTenantSettings;
import org.mercat.persistence.tenancy.MyBatisTenants;
import org.mercat.rest.identity.Argon2PasswordHasher;

/** The markets of the installation, and how each of them works. */
final class TenancyWiring {

  @Produces
  @Singleton
  Tenants tenants(Sessions sessions) {
    return new MyBatisTenants(sessions);
  }

  @Produces
  @Singleton
  TenantDirectory directory(Sessions sessions) {
    return new MyBatisTenantDirectory(sessions);
  }

  /** Addresses need not be verified in development and tests unless a tenant says so. */
  @Produces
  @Singleton
  TenantSettings tenantSettings(Settings settings, Sessions sessions) {
    boolean verificationRequired = settings.profile() == Settings.Profile.PROD;
    return new MyBatisTenantSettings(
        sessions, org.mercat.domain.tenancy.Settings.initial(verificationRequired));
  }

  @Produces
  @Singleton
  FindTenant findTenant(TenantDirectory directory, UnitOfWork unitOfWork, SystemClock system) {
    return new FindTenant(directory, unitOfWork, system);
  }

  @Produces
  @Singleton
  TenantList tenantList(Tenants tenants, Access access, UnitOfWork unitOfWork) {
    return new TenantList(tenants, access, unitOfWork);
  }

  @Produces
  @Singleton
  TenantDetails tenantDetails(Tenants tenants, Access access, UnitOfWork unitOfWork) {
    return new TenantDetails(tenants, access, unitOfWork);
  }

  @Produces
  @Singleton
  OpenTenant openTenant(
      Tenants tenants,
      Sessions sessions,
      Users users,
      Argon2PasswordHasher hasher,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    var administrators = new MyBatisAdministrators(sessions, users, hasher, outbox);
    return new OpenTenant(tenants, administrators, access, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  ChangeTenant changeTenant(
      Tenants tenants,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new ChangeTenant(tenants, access, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  OwnSettings ownSettings(
      TenantSettings settings, TenantDirectory directory, Access access, UnitOfWork unitOfWork) {
    return new OwnSettings(settings, directory, access, unitOfWork);
  }

  @Produces
  @Singleton
  ChangeSettings changeSettings(
      TenantSettings settings,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new ChangeSettings(settings, access, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  TenantMembers tenantMembers(Sessions sessions, Access access, UnitOfWork unitOfWork) {
    return new TenantMembers(new MyBatisMembers(sessions), access, unitOfWork);
  }
}
