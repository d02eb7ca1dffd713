package org.mercat.persistence.provider;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Affiliation;
import org.mercat.domain.provider.Affiliation.ProviderType;
import org.mercat.domain.provider.Affiliation.TenantLink;
import org.mercat.domain.provider.Place;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Profile.Presentation;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.provider.Standing;
import org.mercat.domain.provider.Verification;
import org.mercat.domain.provider.Verification.InReview;
import org.mercat.domain.provider.Verification.Pending;
import org.mercat.domain.provider.Verification.Rejected;
import org.mercat.domain.provider.Verification.Verified;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRegistration;

/** Table {@code provider}, column for component. */
record ProviderRow(
    UUID id,
    UUID ownerId,
    String slug,
    String businessName,
    String country,
    String subdivision,
    String postalCode,
    @Nullable String city,
    @Nullable Double lat,
    @Nullable Double lon,
    String timeZone,
    @Nullable String taxRegistration,
    @Nullable Integer serviceRadiusMetres,
    @Nullable String bio,
    @Nullable String publicEmail,
    @Nullable String publicPhone,
    @Nullable String website,
    VerificationCode verification,
    Instant verificationAt,
    @Nullable String rejection,
    Standing standing,
    boolean payable,
    ProviderType providerType,
    @Nullable String tenantLink,
    boolean tenantLinkVerified,
    Instant registeredAt,
    long version) {

  enum VerificationCode {
    PENDING,
    IN_REVIEW,
    VERIFIED,
    REJECTED
  }

  static ProviderRow of(Provider provider) {
    var profile = provider.profile();
    var place = profile.place();
    var said = profile.presentation();
    return new ProviderRow(
        provider.id().value(),
        provider.owner().value(),
        provider.slug().value(),
        profile.businessName(),
        place.jurisdiction().country(),
        place.jurisdiction().subdivision(),
        place.postalCode().value(),
        place.city().orElse(null),
        place.coordinates().map(Coordinates::latitude).orElse(null),
        place.coordinates().map(Coordinates::longitude).orElse(null),
        profile.zone().getId(),
        profile.taxRegistration().map(TaxRegistration::number).orElse(null),
        profile.serviceRadiusMetres().orElse(null),
        said.bio().orElse(null),
        said.publicEmail().orElse(null),
        said.publicPhone().orElse(null),
        said.website().orElse(null),
        code(provider.verification()),
        provider.verification().at(),
        provider.rejection().orElse(null),
        provider.standing(),
        provider.payable(),
        profile.affiliation().type(),
        profile.affiliation().link().map(TenantLink::id).orElse(null),
        profile.affiliation().link().filter(TenantLink::verified).isPresent(),
        provider.registeredAt(),
        provider.version());
  }

  Provider toDomain() {
    return new Provider(
        new ProviderId(id),
        new UserId(ownerId),
        new Slug(slug),
        profile(),
        judged(),
        standing,
        payable,
        registeredAt,
        version);
  }

  private Profile profile() {
    var place =
        new Place(
            new Jurisdiction(country, subdivision),
            new PostalCode(postalCode),
            Optional.ofNullable(city),
            coordinates());
    return new Profile(
        businessName,
        place,
        ZoneId.of(timeZone),
        Optional.ofNullable(taxRegistration).map(TaxRegistration::new),
        Optional.ofNullable(serviceRadiusMetres),
        new Presentation(
            Optional.ofNullable(bio),
            Optional.ofNullable(publicEmail),
            Optional.ofNullable(publicPhone),
            Optional.ofNullable(website)),
        new Affiliation(
            providerType,
            Optional.ofNullable(tenantLink).map(id -> new TenantLink(id, tenantLinkVerified))));
  }

  private Optional<Coordinates> coordinates() {
    return lat == null || lon == null ? Optional.empty() : Optional.of(new Coordinates(lat, lon));
  }

  private Verification judged() {
    return switch (verification) {
      case PENDING -> new Pending(verificationAt);
      case IN_REVIEW -> new InReview(verificationAt);
      case VERIFIED -> new Verified(verificationAt);
      case REJECTED -> new Rejected(Optional.ofNullable(rejection), verificationAt);
    };
  }

  private static VerificationCode code(Verification verification) {
    return switch (verification) {
      case Pending _ -> VerificationCode.PENDING;
      case InReview _ -> VerificationCode.IN_REVIEW;
      case Verified _ -> VerificationCode.VERIFIED;
      case Rejected _ -> VerificationCode.REJECTED;
    };
  }
}
