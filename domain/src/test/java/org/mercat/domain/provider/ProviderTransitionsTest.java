package org.mercat.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Affiliation.ProviderType;
import org.mercat.domain.provider.Affiliation.TenantLink;
import org.mercat.domain.provider.Provider.Refusal;
import org.mercat.domain.provider.Provider.Transition;
import org.mercat.domain.provider.ProviderEvent.ProviderLinkJudged;
import org.mercat.domain.provider.ProviderEvent.ProviderPayabilityChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderProfileChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderRegistered;
import org.mercat.domain.provider.ProviderEvent.ProviderRejected;
import org.mercat.domain.provider.ProviderEvent.ProviderVerified;
import org.mercat.domain.provider.Verification.InReview;
import org.mercat.domain.provider.Verification.Pending;
import org.mercat.domain.provider.Verification.Rejected;
import org.mercat.domain.provider.Verification.Verified;
import org.mercat.domain.tax.Jurisdiction;

/** The verification of a provider as one table: every state times every command. */
class ProviderTransitionsTest {

  private static final Instant BEFORE = Instant.parse("2030-01-01T09:00:00Z");
  private static final Instant NOW = BEFORE.plusSeconds(60);
  private static final Profile PROFILE =
      new Profile(
          "Paws & Co",
          new Place(
              new Jurisdiction("CA", "ON"),
              new PostalCode("M5V 2T6"),
              Optional.empty(),
              Optional.empty()),
          ZoneId.of("America/Toronto"),
          Optional.empty(),
          Optional.empty(),
          Profile.Presentation.NONE);

  enum Command {
    VERIFY,
    REJECT,
    CHANGE;

    Transition on(Provider provider) {
      return switch (this) {
        case VERIFY -> provider.verify(NOW);
        case REJECT -> provider.reject(Optional.of("no answer"), NOW);
        case CHANGE -> provider.change(PROFILE, NOW);
      };
    }
  }

  static Stream<Arguments> table() {
    var pending = new Pending(BEFORE);
    var inReview = new InReview(BEFORE);
    var verified = new Verified(BEFORE);
    var rejected = new Rejected(Optional.of("papers"), BEFORE);
    return Stream.of(
        row(pending, Command.VERIFY, Verified.class, ProviderVerified.class),
        row(pending, Command.REJECT, Rejected.class, ProviderRejected.class),
        row(pending, Command.CHANGE, Pending.class, ProviderProfileChanged.class),
        row(inReview, Command.VERIFY, Verified.class, ProviderVerified.class),
        row(inReview, Command.REJECT, Rejected.class, ProviderRejected.class),
        row(inReview, Command.CHANGE, InReview.class, ProviderProfileChanged.class),
        refused(verified, Command.VERIFY, Refusal.ALREADY_SO),
        row(verified, Command.REJECT, Rejected.class, ProviderRejected.class),
        row(verified, Command.CHANGE, Verified.class, ProviderProfileChanged.class),
        row(rejected, Command.VERIFY, Verified.class, ProviderVerified.class),
        refused(rejected, Command.REJECT, Refusal.ALREADY_SO),
        row(rejected, Command.CHANGE, InReview.class, ProviderProfileChanged.class));
  }

  private static Arguments row(
      Verification from, Command command, Object expected, Class<?> event) {
    return Arguments.of(from, command, expected, event);
  }

  private static Arguments refused(Verification from, Command command, Refusal why) {
    return Arguments.of(from, command, why, Transition.Refused.class);
  }

  @ParameterizedTest(name = "{1} in {0} gives {2}")
  @MethodSource("table")
  void transition(Verification from, Command command, Object expected, Class<?> event) {
    var result = command.on(provider(from, Standing.ACTIVE));

    switch (result) {
      case Transition.Done(var next, var happened) -> {
        assertThat(next.verification().getClass()).isEqualTo(expected);
        assertThat(happened.getClass()).isEqualTo(event);
      }
      case Transition.Refused(var why) -> assertThat(why).isEqualTo(expected);
    }
  }

  @Test
  void the_table_is_complete() {
    var states =
        Arrays.stream(Verification.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    var rows = table().map(a -> a.get()[0].getClass().getSimpleName() + "/" + a.get()[1]).toList();

    assertThat(rows).doesNotHaveDuplicates().hasSize(states.size() * Command.values().length);
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void one_that_is_deleted_refuses_every_command(Command command) {
    var provider = provider(new Pending(BEFORE), Standing.DELETED);

    assertThat(command.on(provider)).isEqualTo(new Transition.Refused(Refusal.DELETED));
  }

  @Test
  void who_registers_waits_for_the_verdict_and_may_not_offer_yet() {
    var id = new ProviderId(UUID.randomUUID());
    var owner = new UserId(UUID.randomUUID());

    var registered = Provider.register(id, owner, PROFILE, NOW);

    assertThat(registered.event()).isEqualTo(new ProviderRegistered(id, owner, NOW));
    assertThat(registered.provider().slug().value()).isEqualTo("paws-co");
    assertThat(registered.provider().standing()).isEqualTo(Standing.PENDING);
    assertThat(registered.provider().mayOffer()).isFalse();
  }

  @Test
  void verification_opens_the_business_and_rejection_closes_it() {
    var verified = done(provider(new Pending(BEFORE), Standing.PENDING).verify(NOW));
    assertThat(verified.standing()).isEqualTo(Standing.ACTIVE);
    assertThat(verified.mayOffer()).isTrue();

    var rejected = done(verified.reject(Optional.of("no answer"), NOW));
    assertThat(rejected.standing()).isEqualTo(Standing.PENDING);
    assertThat(rejected.mayOffer()).isFalse();
    assertThat(rejected.rejection()).contains("no answer");
  }

  @Test
  void a_verdict_does_not_end_a_suspension() {
    var suspended = provider(new Pending(BEFORE), Standing.SUSPENDED);

    assertThat(done(suspended.verify(NOW)).standing()).isEqualTo(Standing.SUSPENDED);
    assertThat(done(suspended.verify(NOW)).mayOffer()).isFalse();
    assertThat(done(suspended.reject(Optional.empty(), NOW)).standing())
        .isEqualTo(Standing.SUSPENDED);
  }

  @Test
  void payability_is_news_only_when_it_changes() {
    var provider = provider(new Verified(BEFORE), Standing.ACTIVE);

    var payable = provider.recordPayability(true, NOW);

    assertThat(payable)
        .isInstanceOfSatisfying(
            Transition.Done.class,
            done ->
                assertThat(done.event())
                    .isEqualTo(new ProviderPayabilityChanged(provider.id(), true, NOW)));
    assertThat(done(payable).payable()).isTrue();
    assertThat(done(payable).recordPayability(true, NOW))
        .isEqualTo(new Transition.Refused(Refusal.ALREADY_SO));
  }

  @Test
  void a_link_to_a_tenant_outside_is_judged_and_stays_so_while_it_is_the_same() {
    var plain = provider(new Verified(BEFORE), Standing.ACTIVE);
    assertThat(plain.judgeLink(true, NOW)).isEqualTo(new Transition.Refused(Refusal.NO_LINK));

    var linked = done(plain.change(linkedTo("kennel-7", true), NOW));
    assertThat(linked.profile().affiliation().link()).contains(new TenantLink("kennel-7", false));
    var verdict = linked.judgeLink(true, NOW);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Transition.Done.class,
            done ->
                assertThat(done.event()).isEqualTo(new ProviderLinkJudged(plain.id(), true, NOW)));
    var verified = done(verdict);
    assertThat(verified.judgeLink(true, NOW)).isEqualTo(new Transition.Refused(Refusal.ALREADY_SO));

    assertThat(done(verified.change(linkedTo("kennel-7", false), NOW)).profile().affiliation())
        .isEqualTo(verified.profile().affiliation());
    assertThat(
            done(verified.change(linkedTo("kennel-8", true), NOW)).profile().affiliation().link())
        .contains(new TenantLink("kennel-8", false));
    assertThat(done(verified.judgeLink(false, NOW)).profile().affiliation())
        .isEqualTo(linked.profile().affiliation());
    assertThat(provider(new Pending(BEFORE), Standing.DELETED).judgeLink(true, NOW))
        .isEqualTo(new Transition.Refused(Refusal.DELETED));
  }

  private static Profile linkedTo(String tenant, boolean verified) {
    return new Profile(
        PROFILE.businessName(),
        PROFILE.place(),
        PROFILE.zone(),
        PROFILE.taxRegistration(),
        PROFILE.serviceRadiusMetres(),
        PROFILE.presentation(),
        new Affiliation(ProviderType.BOTH, Optional.of(new TenantLink(tenant, verified))));
  }

  private static Provider done(Transition transition) {
    return switch (transition) {
      case Transition.Done(var provider, _) -> provider;
      case Transition.Refused(var why) -> throw new AssertionError("refused: " + why);
    };
  }

  private static Provider provider(Verification verification, Standing standing) {
    var registered =
        Provider.register(
                new ProviderId(UUID.randomUUID()), new UserId(UUID.randomUUID()), PROFILE, BEFORE)
            .provider();
    return new Provider(
        registered.id(),
        registered.owner(),
        registered.slug(),
        PROFILE,
        verification,
        standing,
        false,
        BEFORE,
        0);
  }
}
