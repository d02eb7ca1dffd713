package org.mercat.application.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.provider.port.SampleProviders.NOW;
import static org.mercat.application.provider.port.SampleProviders.anybody;
import static org.mercat.application.provider.port.SampleProviders.profile;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.provider.VerifyProvider.Verdict;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.OvertakenOnce;
import org.mercat.application.shared.Reactions;
import org.mercat.domain.payment.PayeeEvent.PayeeChanged;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderEvent.ProviderPayabilityChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderProfileChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderRegistered;
import org.mercat.domain.provider.ProviderEvent.ProviderRejected;
import org.mercat.domain.provider.ProviderEvent.ProviderVerified;
import org.mercat.domain.provider.Verification.Rejected;
import org.mercat.domain.provider.Verification.Verified;
import org.mercat.domain.shared.Role;

class ProviderUseCasesTest {

  private static final Optional<String> NO_PAPERS = Optional.of("no papers");
  private static final Caller ADMIN = new Caller(anybody(), Set.of(Role.ADMIN));

  private final Access access = new AccessRules();
  private final InMemoryProviders providers = new InMemoryProviders();
  private final Reactions reactions = new Reactions();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(reactions);
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(providers, outbox);
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final RegisterProvider register =
      new RegisterProvider(access, providers, outbox, unitOfWork, clock);
  private final ChangeProviderProfile change =
      new ChangeProviderProfile(access, providers, outbox, unitOfWork, clock);
  private final VerifyProvider verify =
      new VerifyProvider(access, providers, outbox, unitOfWork, clock);
  private final ProviderProfile profile = new ProviderProfile(providers, unitOfWork);
  private final OwnProviderProfile own = new OwnProviderProfile(access, providers, unitOfWork);

  ProviderUseCasesTest() {
    var record = new RecordPayability(providers, outbox, clock);
    reactions.on(PayeeChanged.class, record::handle);
  }

  @Test
  void a_vendor_registers_once() {
    var vendor = vendor();

    var provider = registered(vendor, profile("Paws"));

    assertThat(outbox.events())
        .containsExactly(new ProviderRegistered(provider.id(), vendor.user(), NOW));
    assertThat(register.handle(new RegisterProvider.Command(vendor, profile("Claws"))))
        .isEqualTo(new RegisterProvider.Outcome.AlreadyRegistered());
    assertThat(outbox.events()).hasSize(1);
  }

  @Test
  void a_client_does_not_become_a_provider() {
    var client = new Caller(anybody(), Set.of(Role.CLIENT));

    assertThat(register.handle(new RegisterProvider.Command(client, profile("Paws"))))
        .isEqualTo(new RegisterProvider.Outcome.Forbidden());
    assertThat(own.handle(new OwnProviderProfile.Command(client)))
        .isEqualTo(new OwnProviderProfile.Outcome.Forbidden());
    assertThat(change.handle(new ChangeProviderProfile.Command(client, 0, profile("Paws"))))
        .isEqualTo(new ChangeProviderProfile.Outcome.Forbidden());
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void two_businesses_of_one_name_have_two_slugs() {
    var first = registered(vendor(), profile("Paws"));
    var second = registered(vendor(), profile("Paws"));

    assertThat(first.slug().value()).isEqualTo("paws");
    assertThat(second.slug().value()).startsWith("paws-");
    assertThat(find(second)).isEqualTo(new ProviderProfile.Outcome.Found(second));
  }

  @Test
  void everybody_sees_a_provider_and_its_owner_finds_it() {
    var vendor = vendor();
    var provider = registered(vendor, profile("Paws"));

    assertThat(find(provider)).isEqualTo(new ProviderProfile.Outcome.Found(provider));
    assertThat(own.handle(new OwnProviderProfile.Command(vendor)))
        .isEqualTo(new OwnProviderProfile.Outcome.Found(provider));
    assertThat(own.handle(new OwnProviderProfile.Command(vendor())))
        .isEqualTo(new OwnProviderProfile.Outcome.NotFound());
  }

  @Test
  void a_profile_is_changed_by_who_has_seen_the_last_one() {
    var vendor = vendor();
    var provider = registered(vendor, profile("Paws"));

    var outcome = change.handle(changeOf(vendor, 0, profile("Claws")));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ChangeProviderProfile.Outcome.Changed.class,
            changed -> {
              assertThat(changed.provider().profile().businessName()).isEqualTo("Claws");
              assertThat(changed.provider().version()).isEqualTo(1);
            });
    assertThat(outbox.events()).contains(new ProviderProfileChanged(provider.id(), NOW));
    assertThat(change.handle(changeOf(vendor, 0, profile("Jaws"))))
        .isEqualTo(new ChangeProviderProfile.Outcome.Stale(1));
    assertThat(change.handle(changeOf(vendor(), 0, profile("Jaws"))))
        .isEqualTo(new ChangeProviderProfile.Outcome.NotFound());
  }

  @Test
  void only_an_administrator_judges() {
    var vendor = vendor();
    var provider = registered(vendor, profile("Paws"));

    assertThat(verify.handle(verdict(vendor, provider, new Verdict.Trusted())))
        .isEqualTo(new VerifyProvider.Outcome.Forbidden());
    assertThat(judged(provider, new Verdict.Trusted()).verification()).isEqualTo(new Verified(NOW));
    assertThat(outbox.events()).contains(new ProviderVerified(provider.id(), NOW));
  }

  @Test
  void a_verdict_said_twice_counts_once() {
    var provider = registered(vendor(), profile("Paws"));

    var first = judged(provider, new Verdict.NotTrusted(NO_PAPERS));
    var second = judged(provider, new Verdict.NotTrusted(NO_PAPERS));

    assertThat(first.verification()).isEqualTo(new Rejected(NO_PAPERS, NOW));
    assertThat(second).isEqualTo(first);
    assertThat(outbox.events())
        .filteredOn(ProviderRejected.class::isInstance)
        .containsExactly(new ProviderRejected(provider.id(), NO_PAPERS, NOW));
  }

  @Test
  void a_verdict_that_somebody_overtakes_is_given_all_the_same() {
    var provider = registered(vendor(), profile("Paws"));
    var overtaken =
        new VerifyProvider(access, providers, outbox, new OvertakenOnce(unitOfWork), clock);

    assertThat(overtaken.handle(verdict(ADMIN, provider, new Verdict.Trusted())))
        .isInstanceOf(VerifyProvider.Outcome.Judged.class);

    assertThat(providers.find(provider.id()))
        .map(Provider::verification)
        .contains(new Verified(NOW));
    assertThat(outbox.events())
        .filteredOn(ProviderVerified.class::isInstance)
        .containsExactly(new ProviderVerified(provider.id(), NOW));
  }

  @Test
  void a_provider_is_payable_as_soon_as_the_gateway_can_pay_it_out() {
    var provider = registered(vendor(), profile("Paws"));

    payeeChanged(provider, true);
    payeeChanged(provider, true);

    assertThat(providers.find(provider.id())).map(Provider::payable).contains(true);
    assertThat(outbox.events())
        .filteredOn(ProviderPayabilityChanged.class::isInstance)
        .containsExactly(new ProviderPayabilityChanged(provider.id(), true, NOW));

    payeeChanged(provider, false);
    assertThat(providers.find(provider.id())).map(Provider::payable).contains(false);
  }

  @Test
  void nobody_is_judged_who_is_not_there() {
    var unknown = Provider.register(providers.nextId(), anybody(), profile("Paws"), NOW);

    assertThat(verify.handle(verdict(ADMIN, unknown.provider(), new Verdict.Trusted())))
        .isEqualTo(new VerifyProvider.Outcome.NotFound());
    assertThat(find(unknown.provider())).isEqualTo(new ProviderProfile.Outcome.NotFound());
  }

  private static Caller vendor() {
    return new Caller(anybody(), Set.of(Role.PROVIDER));
  }

  private Provider registered(Caller caller, Profile said) {
    return switch (register.handle(new RegisterProvider.Command(caller, said))) {
      case RegisterProvider.Outcome.Registered(var provider) -> provider;
      case RegisterProvider.Outcome other -> throw new AssertionError(other);
    };
  }

  private Provider judged(Provider provider, Verdict verdict) {
    return switch (verify.handle(verdict(ADMIN, provider, verdict))) {
      case VerifyProvider.Outcome.Judged(var judged) -> judged;
      case VerifyProvider.Outcome other -> throw new AssertionError(other);
    };
  }

  private void payeeChanged(Provider provider, boolean payoutsEnabled) {
    var event = new PayeeChanged(provider.id(), true, payoutsEnabled, NOW);
    var done =
        unitOfWork.run(
            () -> {
              outbox.append(event);
              return event;
            });
    assertThat(done).isEqualTo(event);
  }

  private ProviderProfile.Outcome find(Provider provider) {
    return profile.handle(new ProviderProfile.Command(provider.id()));
  }

  private static VerifyProvider.Command verdict(Caller caller, Provider provider, Verdict verdict) {
    return new VerifyProvider.Command(caller, provider.id(), verdict);
  }

  private static ChangeProviderProfile.Command changeOf(Caller caller, long version, Profile said) {
    return new ChangeProviderProfile.Command(caller, version, said);
  }
}
