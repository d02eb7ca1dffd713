package org.mercat.rest.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.Verification.InReview;
import org.mercat.domain.provider.Verification.Pending;
import org.mercat.domain.provider.Verification.Rejected;
import org.mercat.domain.provider.Verification.Verified;

/** A provider as everybody sees it. */
record ProviderView(
    UUID id,
    String businessName,
    String slug,
    String verification,
    String status,
    boolean payable,
    String providerType,
    String timeZone,
    String country,
    String subdivision,
    Optional<String> city,
    Optional<Integer> serviceRadiusMetres,
    Optional<String> bio,
    Optional<String> publicEmail,
    Optional<String> publicPhone,
    Optional<String> website) {

  static ProviderView of(Provider provider) {
    var profile = provider.profile();
    var place = profile.place();
    var said = profile.presentation();
    return new ProviderView(
        provider.id().value(),
        profile.businessName(),
        provider.slug().value(),
        verification(provider),
        provider.standing().name().toLowerCase(Locale.ROOT),
        provider.payable(),
        profile.affiliation().type().name().toLowerCase(Locale.ROOT),
        profile.zone().getId(),
        place.jurisdiction().country(),
        place.jurisdiction().subdivision(),
        place.city(),
        profile.serviceRadiusMetres(),
        said.bio(),
        said.publicEmail(),
        said.publicPhone(),
        said.website());
  }

  private static String verification(Provider provider) {
    return switch (provider.verification()) {
      case Pending _ -> "pending";
      case InReview _ -> "in_review";
      case Verified _ -> "verified";
      case Rejected _ -> "rejected";
    };
  }
}
