package org.mercat.application.provider.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.provider.port.Providers.Addition.ADDED;
import static org.mercat.application.provider.port.Providers.Addition.OWNER_IS_ONE;
import static org.mercat.application.provider.port.Providers.Addition.SLUG_TAKEN;
import static org.mercat.application.provider.port.SampleProviders.NOW;
import static org.mercat.application.provider.port.SampleProviders.bareProfile;
import static org.mercat.application.provider.port.SampleProviders.done;
import static org.mercat.application.provider.port.SampleProviders.profile;
import static org.mercat.application.provider.port.SampleProviders.rejected;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mercat.application.provider.port.Providers.Addition;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.provider.Affiliation;
import org.mercat.domain.provider.Affiliation.ProviderType;
import org.mercat.domain.provider.Affiliation.TenantLink;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Profile.Presentation;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link Providers} promises. */
public interface ProvidersContract extends WithProviders {

  @Test
  default void finds_what_was_added_by_its_id_and_by_its_owner() {
    var provider = registered();

    assertThat(find(provider.id())).contains(provider);
    assertThat(unitOfWork().run(() -> providers().ofOwner(provider.owner()))).contains(provider);
  }

  @Test
  default void keeps_what_is_not_said_unsaid() {
    var provider = registered(bareProfile("Bare " + UUID.randomUUID()));

    assertThat(find(provider.id())).contains(provider);
  }

  @Test
  default void finds_nothing_under_an_unknown_id_or_owner() {
    var nobody = anybody();

    assertThat(find(providers().nextId())).isEmpty();
    assertThat(unitOfWork().run(() -> providers().ofOwner(nobody))).isEmpty();
  }

  @Test
  default void nobody_is_two_providers() {
    var first = registered();

    var second =
        Provider.register(providers().nextId(), first.owner(), profile("Another"), NOW).provider();

    assertThat(add(second)).isEqualTo(OWNER_IS_ONE);
    assertThat(find(second.id())).isEmpty();
  }

  @Test
  default void a_slug_names_one_provider() {
    var first = registered();

    var second = SampleProviders.registered(providers().nextId(), anybody(), first.profile());

    assertThat(add(second)).isEqualTo(SLUG_TAKEN);
    assertThat(find(second.id())).isEmpty();
    assertThat(add(second.underOwnSlug())).isEqualTo(ADDED);
  }

  @Test
  default void update_stores_every_change_and_moves_the_version_on() {
    var provider = registered();

    var said =
        new Presentation(
            Optional.of("Dogs like us."),
            Optional.of("hello@example.com"),
            Optional.of("+1 416 555 0100"),
            Optional.of("https://example.com"));
    var next = bareProfile("Renamed");
    var changed =
        done(
            provider.change(
                new Profile(
                    next.businessName(),
                    next.place(),
                    next.zone(),
                    next.taxRegistration(),
                    next.serviceRadiusMetres(),
                    said,
                    new Affiliation(
                        ProviderType.BOTH, Optional.of(new TenantLink("kennel-7", false)))),
                NOW));
    var first = update(changed);
    var second = update(rejected(first));
    var third = update(done(SampleProviders.verified(second).recordPayability(true, NOW)));

    assertThat(List.of(first.version(), second.version(), third.version()))
        .containsExactly(1L, 2L, 3L);
    assertThat(find(provider.id())).contains(third);
    assertThat(second.rejection()).contains("no papers");
    assertThat(third.profile().presentation()).isEqualTo(said);
    assertThat(third.profile().affiliation().type()).isEqualTo(ProviderType.BOTH);
    assertThat(update(done(third.judgeLink(true, NOW))).profile().affiliation().link())
        .contains(new TenantLink("kennel-7", true));
    assertThat(third.mayOffer()).isTrue();
    assertThat(third.payable()).isTrue();
  }

  @Test
  default void update_refuses_a_stale_version() {
    var provider = registered();
    assertThat(update(SampleProviders.verified(provider)).version()).isEqualTo(1);

    var stale = rejected(provider);

    assertThatThrownBy(() -> update(stale)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void of_simultaneous_registrations_of_one_person_exactly_one_is_added() throws Exception {
    var owner = anybody();
    var start = new CyclicBarrier(4);
    Callable<Addition> register =
        () -> {
          start.await();
          var profile = profile("Paws " + UUID.randomUUID());
          return add(Provider.register(providers().nextId(), owner, profile, NOW).provider());
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var additions =
          executor.invokeAll(Collections.nCopies(4, register)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(additions).hasSize(4).containsOnlyOnce(ADDED);
    }
  }

  private Addition add(Provider provider) {
    return unitOfWork().run(() -> providers().add(provider));
  }

  private Optional<Provider> find(ProviderId id) {
    return unitOfWork().run(() -> providers().find(id));
  }
}
