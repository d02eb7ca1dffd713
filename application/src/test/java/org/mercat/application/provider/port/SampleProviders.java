package org.mercat.application.provider.port;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Place;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Profile.Presentation;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.Provider.Transition;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRegistration;

/** Providers for tests: a business in Toronto. */
public final class SampleProviders {

  public static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  public static final Coordinates TORONTO = new Coordinates(43.6532, -79.3832);

  private SampleProviders() {}

  public static UserId anybody() {
    return new UserId(UUID.randomUUID());
  }

  public static Profile profile(String businessName) {
    return new Profile(
        businessName,
        new Place(
            new Jurisdiction("CA", "ON"),
            new PostalCode("M5V 2T6"),
            Optional.of("Toronto"),
            Optional.of(TORONTO)),
        ZoneId.of("America/Toronto"),
        Optional.of(new TaxRegistration("123456782RT0001")),
        Optional.of(25_000),
        Presentation.NONE);
  }

  /** A profile that says nothing that it need not say. */
  public static Profile bareProfile(String businessName) {
    return new Profile(
        businessName,
        new Place(
            new Jurisdiction("CA", "QC"),
            new PostalCode("H2Y 1C6"),
            Optional.empty(),
            Optional.empty()),
        ZoneId.of("America/Toronto"),
        Optional.empty(),
        Optional.empty(),
        Presentation.NONE);
  }

  public static Provider registered(ProviderId id, UserId owner, Profile profile) {
    return Provider.register(id, owner, profile, NOW).provider();
  }

  public static Provider verified(Provider provider) {
    return done(provider.verify(NOW));
  }

  public static Provider rejected(Provider provider) {
    return done(provider.reject(Optional.of("no papers"), NOW));
  }

  public static Provider done(Transition transition) {
    return switch (transition) {
      case Transition.Done(var provider, _) -> provider;
      case Transition.Refused(var why) -> throw new AssertionError("refused: " + why);
    };
  }
}
