package org.mercat.persistence.identity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.HomeAddress;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.PhoneNumber;
import org.mercat.domain.identity.Profile;
import org.mercat.domain.identity.Standing;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Language;
import org.mercat.domain.shared.Role;

/**
 * Table {@code app_user}, column for component.
 *
 * @param lastLoginAt written by a statement of its own
 * @param roles the rows of {@code user_role}, joined by commas; empty where they are not shown
 */
record UserRow(
    UUID id,
    String email,
    @Nullable Instant emailVerifiedAt,
    String firstName,
    String lastName,
    String passwordHash,
    Status status,
    @Nullable String standingReason,
    @Nullable Instant standingAt,
    @Nullable String phone,
    @Nullable Instant phoneVerifiedAt,
    @Nullable String addressLine1,
    @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String subdivision,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable Double lat,
    @Nullable Double lon,
    Language language,
    Instant registeredAt,
    @Nullable Instant deletedAt,
    @Nullable Instant lastLoginAt,
    long version,
    String roles) {

  /** How a standing is kept, beside the status. */
  private record Kept(
      @Nullable String reason, @Nullable Instant since, @Nullable Instant deletedAt) {

    static Kept of(Standing standing) {
      return switch (standing) {
        case Standing.Open _ -> new Kept(null, null, null);
        case Standing.Suspended(var reason, var at) -> new Kept(reason, at, null);
        case Standing.Banned(var reason, var at) -> new Kept(reason, at, null);
        case Standing.Closed(var at) -> new Kept(null, null, at);
      };
    }
  }

  static UserRow of(UserAccount account) {
    var kept = Kept.of(account.standing());
    var profile = account.profile();
    var home = profile.address();
    return new UserRow(
        account.id().value(),
        account.email().value(),
        account.emailVerifiedAt().orElse(null),
        profile.name().first(),
        profile.name().last(),
        account.password().phc(),
        account.status(),
        kept.reason(),
        kept.since(),
        profile.phone().map(phone -> phone.number().value()).orElse(null),
        profile.phone().flatMap(Phone::verifiedAt).orElse(null),
        home.line1().orElse(null),
        home.line2().orElse(null),
        home.city().orElse(null),
        home.subdivision().orElse(null),
        home.postalCode().map(PostalCode::value).orElse(null),
        home.country().orElse(null),
        home.coordinates().map(Coordinates::latitude).orElse(null),
        home.coordinates().map(Coordinates::longitude).orElse(null),
        profile.language(),
        account.registeredAt(),
        kept.deletedAt(),
        null,
        account.version(),
        account.roles().stream().map(Role::name).collect(joining(",")));
  }

  UserAccount toDomain() {
    return new UserAccount(
        new UserId(id),
        new EmailAddress(email),
        Optional.ofNullable(emailVerifiedAt),
        new PasswordHash(passwordHash),
        rolesOf(),
        new Profile(new PersonName(firstName, lastName), phoneOf(), home(), language),
        standing(),
        registeredAt,
        version);
  }

  private Set<Role> rolesOf() {
    return Stream.of(roles.split(",", -1))
        .filter(role -> !role.isEmpty())
        .map(Role::valueOf)
        .collect(toUnmodifiableSet());
  }

  private Standing standing() {
    return switch (status) {
      case PENDING_VERIFICATION, ACTIVE -> new Standing.Open();
      case SUSPENDED ->
          new Standing.Suspended(requireNonNull(standingReason), requireNonNull(standingAt));
      case BANNED ->
          new Standing.Banned(requireNonNull(standingReason), requireNonNull(standingAt));
      case INACTIVE -> new Standing.Closed(requireNonNull(deletedAt));
    };
  }

  private Optional<Phone> phoneOf() {
    return Optional.ofNullable(phone)
        .map(number -> new Phone(new PhoneNumber(number), Optional.ofNullable(phoneVerifiedAt)));
  }

  private HomeAddress home() {
    return new HomeAddress(
        Optional.ofNullable(addressLine1),
        Optional.ofNullable(addressLine2),
        Optional.ofNullable(city),
        Optional.ofNullable(subdivision),
        Optional.ofNullable(postalCode).map(PostalCode::new),
        Optional.ofNullable(country),
        coordinates());
  }

  private Optional<Coordinates> coordinates() {
    return Optional.ofNullable(lat).map(latitude -> new Coordinates(latitude, requireNonNull(lon)));
  }
}
