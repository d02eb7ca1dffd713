package org.mercat.rest.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.UserAccount;

/** An account on the wire, with all that its owner says about himself. */
record ProfileView(
    UUID id,
    String email,
    boolean emailVerified,
    String firstName,
    String lastName,
    Optional<String> phone,
    boolean phoneVerified,
    Optional<String> addressLine1,
    Optional<String> addressLine2,
    Optional<String> city,
    Optional<String> subdivision,
    Optional<String> postalCode,
    Optional<String> country,
    Optional<Double> lat,
    Optional<Double> lon,
    String language,
    List<String> roles,
    String status) {

  static ProfileView of(UserAccount account) {
    var profile = account.profile();
    var home = profile.address();
    return new ProfileView(
        account.id().value(),
        account.email().value(),
        account.isVerified(),
        profile.name().first(),
        profile.name().last(),
        profile.phone().map(phone -> phone.number().value()),
        profile.phone().flatMap(Phone::verifiedAt).isPresent(),
        home.line1(),
        home.line2(),
        home.city(),
        home.subdivision(),
        home.postalCode().map(PostalCode::value),
        home.country(),
        home.coordinates().map(Coordinates::latitude),
        home.coordinates().map(Coordinates::longitude),
        word(profile.language()),
        account.roles().stream().sorted().map(ProfileView::word).toList(),
        word(account.status()));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
