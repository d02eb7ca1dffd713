package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** Accounts for tests. */
public final class SampleUsers {

  public static final Instant REGISTERED_AT = Instant.parse("2026-11-15T14:00:00Z");
  public static final PasswordHash HASH = new PasswordHash("$memory$of nothing");

  private SampleUsers() {}

  public static EmailAddress anyEmail() {
    return EmailAddress.of("ada-" + UUID.randomUUID() + "@example.org");
  }

  public static UserAccount client(UserId id) {
    return client(id, anyEmail());
  }

  public static UserAccount client(UserId id, EmailAddress email) {
    return account(id, email, Set.of(Role.CLIENT), Status.PENDING_VERIFICATION);
  }

  public static UserAccount account(UserId id, EmailAddress email, Set<Role> roles, Status status) {
    var verifiedAt =
        status == Status.PENDING_VERIFICATION
            ? Optional.<Instant>empty()
            : Optional.of(REGISTERED_AT);
    var profile = Profile.of(new PersonName("Ada", "Lovelace"));
    return new UserAccount(
        id, email, verifiedAt, HASH, roles, profile, standing(status), REGISTERED_AT, 0);
  }

  /** Everything that a person can say about himself. */
  public static Profile profile() {
    return new Profile(
        new PersonName("Zoé", "Tremblay"),
        Optional.of(new Phone(new PhoneNumber("+14165550100"), Optional.of(REGISTERED_AT))),
        new HomeAddress(
            Optional.of("1 Elm Street"),
            Optional.of("Suite 2"),
            Optional.of("Toronto"),
            Optional.of("ON"),
            PostalCode.parse("CA", "m5v2t6"),
            Optional.of("CA"),
            Optional.of(new Coordinates(43.6426, -79.3871))),
        Language.FR);
  }

  /** A standing that has the status. */
  public static Standing standing(Status status) {
    return switch (status) {
      case PENDING_VERIFICATION, ACTIVE -> new Standing.Open();
      case INACTIVE -> new Standing.Closed(REGISTERED_AT);
      case SUSPENDED -> new Standing.Suspended("a reason", REGISTERED_AT);
      case BANNED -> new Standing.Banned("a reason", REGISTERED_AT);
    };
  }
}
