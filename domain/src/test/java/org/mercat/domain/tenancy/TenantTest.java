package org.mercat.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.Region.Law;
import org.mercat.domain.tenancy.Tenant.Refusal;
import org.mercat.domain.tenancy.Tenant.Transition;
import org.mercat.domain.tenancy.TenantEvent.TenantChanged;
import org.mercat.domain.tenancy.TenantEvent.TenantOpened;

class TenantTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final TenantId ID = new TenantId(new UUID(0, 2));
  private static final Set<HostName> HOSTS = Set.of(new HostName("paws.example.org"));

  @Test
  void a_tenant_is_served_from_the_moment_it_is_opened() {
    var opened = Tenant.open(ID, "Paws", new Slug("paws"), HOSTS, NOW);

    assertThat(opened.tenant().standing()).isEqualTo(Standing.ACTIVE);
    assertThat(opened.tenant().version()).isZero();
    assertThat(opened.event()).isEqualTo(new TenantOpened(ID, NOW));
    assertThat(opened.event().subject().kind()).isEqualTo("tenant");
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void a_tenant_may_be_called_reached_and_served_in_another_way(Standing next) {
    var tenant = tenant(ID);

    var changed = tenant.change("Claws", Set.of(), next, NOW);

    assertThat(changed)
        .isEqualTo(
            new Transition.Done(
                new Tenant(ID, "Claws", tenant.slug(), Set.of(), next, NOW, 0),
                new TenantChanged(ID, next, NOW)));
  }

  @Test
  void the_default_tenant_is_never_suspended() {
    var changed = tenant(TenantId.DEFAULT).change("Mercat", HOSTS, Standing.SUSPENDED, NOW);

    assertThat(changed).isEqualTo(new Transition.Refused(Refusal.DEFAULT_STAYS));
    assertThat(tenant(TenantId.DEFAULT).change("Mercat", HOSTS, Standing.ACTIVE, NOW))
        .isInstanceOf(Transition.Done.class);
  }

  @Test
  void a_tenant_has_a_name_and_not_too_many_hosts() {
    var many =
        IntStream.rangeClosed(0, Tenant.MOST_HOSTS)
            .mapToObj(number -> new HostName("h" + number + ".example.org"))
            .collect(Collectors.toSet());

    assertThatThrownBy(() -> Tenant.open(ID, " ", new Slug("paws"), HOSTS, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tenant.open(ID, "Paws", new Slug("paws"), many, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "paws.example.org,paws.example.org",
    "PAWS.example.org.,paws.example.org",
    "localhost,localhost",
    "127.0.0.1,127.0.0.1",
  })
  void a_host_is_written_in_one_way(String sent, String kept) {
    assertThat(HostName.parse(sent)).contains(new HostName(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "a..b", "-a.org", "a-.org", "a b", "a:80", "::1", "a_b", "é.org"})
  void what_is_no_name_of_a_host_is_none(String sent) {
    assertThat(HostName.parse(sent)).isEmpty();
  }

  @Test
  void regions_stand_in_the_order_of_their_codes_and_once_each() {
    var quebec = new Region("CA-QC", Law.LAW_25, 365, true);
    var europe = new Region("EU", Law.GDPR, 30, true);
    var initial = Settings.initial(true);

    assertThat(initial.withRegions(List.of(europe, quebec)).regions())
        .containsExactly(quebec, europe);
    assertThatThrownBy(() -> initial.withRegions(List.of(europe, europe)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                initial.with(
                    true, false, initial.moderation(), initial.language(), Optional.of("Quebec")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"ca,365", "CAN,365", "CA-,365", "CA-QUEB,365", "CA,0", "CA,36501"})
  void a_region_has_a_code_and_a_retention(String code, int days) {
    assertThatThrownBy(() -> new Region(code, Law.PIPEDA, days, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Tenant tenant(TenantId id) {
    return Tenant.open(id, "Paws", new Slug("paws"), HOSTS, NOW).tenant();
  }
}
