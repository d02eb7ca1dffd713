package org.mercat.application.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.tenancy.port.SampleTenants.NOW;
import static org.mercat.application.tenancy.port.SampleTenants.anyHost;
import static org.mercat.application.tenancy.port.SampleTenants.anySlug;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.Reactions;
import org.mercat.application.tenancy.OpenTenant.Administrator;
import org.mercat.application.tenancy.port.InMemoryAdministrators;
import org.mercat.application.tenancy.port.InMemoryMembers;
import org.mercat.application.tenancy.port.InMemoryTenantSettings;
import org.mercat.application.tenancy.port.InMemoryTenants;
import org.mercat.application.tenancy.port.Members.Member;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Moderation;
import org.mercat.domain.tenancy.Settings;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantEvent.TenantChanged;
import org.mercat.domain.tenancy.TenantEvent.TenantOpened;
import org.mercat.domain.tenancy.TenantEvent.TenantSettingsChanged;
import org.mercat.domain.tenancy.TenantId;

class TenancyUseCasesTest {

  private static final Caller OPERATOR = caller(Role.SUPER_ADMIN);
  private static final Caller ADMIN = caller(Role.ADMIN);
  private static final Caller CLIENT = caller(Role.CLIENT);
  private static final Settings INITIAL = Settings.initial(true);
  private static final PageRequest FIRST = new PageRequest(20, Optional.empty());
  private static final Administrator ADA =
      new Administrator("ada@example.org", Optional.of("correct horse battery staple"));

  private final InMemoryTenants tenants = new InMemoryTenants();
  private final InMemoryAdministrators administrators = new InMemoryAdministrators();
  private final InMemoryTenantSettings settings = new InMemoryTenantSettings(INITIAL);
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork =
      new InMemoryUnitOfWork(tenants, administrators, settings, outbox);
  private final AccessRules access = new AccessRules();
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final OpenTenant open =
      new OpenTenant(tenants, administrators, access, outbox, unitOfWork, clock);
  private final ChangeTenant change = new ChangeTenant(tenants, access, outbox, unitOfWork, clock);
  private final TenantDetails details = new TenantDetails(tenants, access, unitOfWork);
  private final TenantList list = new TenantList(tenants, access, unitOfWork);
  private final OwnSettings ownSettings = new OwnSettings(settings, tenants, access, unitOfWork);
  private final ChangeSettings changeSettings =
      new ChangeSettings(settings, access, outbox, unitOfWork, clock);
  private final TenantMembers tenantMembers = new TenantMembers(members, access, unitOfWork);

  @Test
  void the_operator_opens_a_tenant_with_an_administrator() {
    var host = anyHost();

    var tenant = opened(anySlug(), host);

    assertThat(administrators.of(tenant.id())).contains(ADA.email());
    assertThat(outbox.events()).containsExactly(new TenantOpened(tenant.id(), NOW));
    assertThat(details.handle(new TenantDetails.Query(OPERATOR, tenant.id())))
        .isEqualTo(new TenantDetails.Outcome.Found(tenant));
  }

  @Test
  void a_tenant_that_is_refused_leaves_nothing() {
    var taken = opened(anySlug(), anyHost());
    var host = taken.hosts().iterator().next();

    assertThat(open.handle(opening(OPERATOR, taken.slug())))
        .isEqualTo(new OpenTenant.Outcome.SlugTaken());
    assertThat(open.handle(opening(OPERATOR, anySlug(), host)))
        .isEqualTo(new OpenTenant.Outcome.HostTaken());
    assertThat(list.handle(new TenantList.Query(OPERATOR, FIRST)))
        .isInstanceOfSatisfying(
            TenantList.Outcome.Found.class,
            found -> assertThat(found.tenants().items()).containsExactly(taken));
    assertThat(outbox.events()).hasSize(1);
  }

  @Test
  void only_the_operator_manages_tenants() {
    var tenant = opened(anySlug());

    assertThat(open.handle(opening(ADMIN, anySlug())))
        .isEqualTo(new OpenTenant.Outcome.Forbidden());
    assertThat(details.handle(new TenantDetails.Query(ADMIN, tenant.id())))
        .isEqualTo(new TenantDetails.Outcome.Forbidden());
    assertThat(list.handle(new TenantList.Query(ADMIN, FIRST)))
        .isEqualTo(new TenantList.Outcome.Forbidden());
    assertThat(change.handle(change(ADMIN, tenant, 0, Standing.SUSPENDED)))
        .isEqualTo(new ChangeTenant.Outcome.Forbidden());
  }

  @Test
  void a_super_administrator_of_another_tenant_is_no_operator() {
    assertThat(
            Acting.of(new TenantId(UUID.randomUUID()))
                .<OpenTenant.Outcome, RuntimeException>call(
                    () -> open.handle(opening(OPERATOR, anySlug()))))
        .isEqualTo(new OpenTenant.Outcome.Forbidden());
  }

  @Test
  void the_operator_suspends_a_tenant_in_the_version_he_has_seen() {
    var tenant = opened(anySlug());

    assertThat(change.handle(change(OPERATOR, tenant, 0, Standing.SUSPENDED)))
        .isInstanceOfSatisfying(
            ChangeTenant.Outcome.Changed.class,
            changed -> {
              assertThat(changed.tenant().standing()).isEqualTo(Standing.SUSPENDED);
              assertThat(changed.tenant().version()).isEqualTo(1);
            });

    assertThat(outbox.events().getLast())
        .isEqualTo(new TenantChanged(tenant.id(), Standing.SUSPENDED, NOW));
    assertThat(change.handle(change(OPERATOR, tenant, 0, Standing.ACTIVE)))
        .isEqualTo(new ChangeTenant.Outcome.Stale());
  }

  @Test
  void a_change_that_cannot_be_made_changes_nothing() {
    var taken = anyHost();
    var other = opened(anySlug(), taken);
    var tenant = opened(anySlug());
    var unknown = Tenant.open(tenants.nextId(), "Nobody", anySlug(), Set.of(), NOW).tenant();

    assertThat(change.handle(change(OPERATOR, tenant, 0, Standing.ACTIVE, taken)))
        .isEqualTo(new ChangeTenant.Outcome.HostTaken());
    assertThat(change.handle(change(OPERATOR, unknown, 0, Standing.ACTIVE)))
        .isEqualTo(new ChangeTenant.Outcome.NotFound());
    assertThat(details.handle(new TenantDetails.Query(OPERATOR, unknown.id())))
        .isEqualTo(new TenantDetails.Outcome.NotFound());
    assertThat(tenants.at(taken)).contains(other.id());
  }

  @Test
  void those_who_manage_a_market_say_how_it_works() {
    var next = INITIAL.with(false, true, Moderation.PRE, INITIAL.language(), Optional.of("CA"));

    var changed = changeSettings.handle(new ChangeSettings.Command(ADMIN, next));

    assertThat(changed).isEqualTo(new ChangeSettings.Outcome.Changed(settings.current()));
    assertThat(settings.current().moderation()).isEqualTo(Moderation.PRE);
    assertThat(outbox.events()).containsExactly(new TenantSettingsChanged(TenantId.DEFAULT, NOW));
    assertThat(ownSettings.handle(new OwnSettings.Query(ADMIN)))
        .isEqualTo(new OwnSettings.Outcome.Found(settings.current(), Set.of()));
    assertThat(changeSettings.handle(new ChangeSettings.Command(ADMIN, next)))
        .isEqualTo(new ChangeSettings.Outcome.Stale());
  }

  @Test
  void nobody_else_sees_or_says_it() {
    assertThat(ownSettings.handle(new OwnSettings.Query(CLIENT)))
        .isEqualTo(new OwnSettings.Outcome.Forbidden());
    assertThat(changeSettings.handle(new ChangeSettings.Command(CLIENT, INITIAL)))
        .isEqualTo(new ChangeSettings.Outcome.Forbidden());
    assertThat(tenantMembers.handle(new TenantMembers.Query(CLIENT, FIRST)))
        .isEqualTo(new TenantMembers.Outcome.Forbidden());
  }

  @Test
  void those_who_manage_a_market_see_who_is_in_it() {
    var ada =
        new Member(
            OPERATOR.user(),
            "ada@example.org",
            "Ada",
            "Lovelace",
            Set.of(Role.CLIENT),
            "ACTIVE",
            Instant.EPOCH);
    members.add(ada);

    assertThat(tenantMembers.handle(new TenantMembers.Query(ADMIN, FIRST)))
        .isInstanceOfSatisfying(
            TenantMembers.Outcome.Found.class,
            found -> assertThat(found.members().items()).isEqualTo(List.of(ada)));
  }

  @Test
  void an_administrator_who_cannot_be_appointed_opens_nothing() {
    var command =
        new OpenTenant.Command(
            OPERATOR,
            "Paws",
            anySlug(),
            Set.of(),
            new Administrator("nobody", Optional.of("short")));

    assertThatThrownBy(() -> open.handle(command)).isInstanceOf(IllegalArgumentException.class);
    assertThat(outbox.events()).isEmpty();
    assertThat(command.administrator()).hasToString("Administrator[...]");
  }

  @Test
  void a_password_that_is_guessed_opens_nothing() {
    var ada = new Administrator(ADA.email(), Optional.of("password1"));
    var command = new OpenTenant.Command(OPERATOR, "Paws", anySlug(), Set.of(), ada);

    assertThat(open.handle(command)).isEqualTo(new OpenTenant.Outcome.GuessablePassword());
    assertThat(outbox.events()).isEmpty();
  }

  private Tenant opened(Slug slug, HostName... hosts) {
    return switch (open.handle(opening(OPERATOR, slug, hosts))) {
      case OpenTenant.Outcome.Opened(var tenant) -> tenant;
      case OpenTenant.Outcome.Forbidden _,
          OpenTenant.Outcome.SlugTaken _,
          OpenTenant.Outcome.HostTaken _,
          OpenTenant.Outcome.GuessablePassword _ ->
          throw new AssertionError("not opened");
    };
  }

  private static OpenTenant.Command opening(Caller caller, Slug slug, HostName... hosts) {
    return new OpenTenant.Command(caller, "Paws", slug, Set.of(hosts), ADA);
  }

  private static ChangeTenant.Command change(
      Caller caller, Tenant tenant, long version, Standing standing, HostName... hosts) {
    return new ChangeTenant.Command(
        caller, tenant.id(), version, tenant.name(), Set.of(hosts), standing);
  }

  private static Caller caller(Role role) {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(role));
  }
}
