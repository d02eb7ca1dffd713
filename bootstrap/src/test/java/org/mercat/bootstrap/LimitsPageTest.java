package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mercat.application.availability.FreeSlots;
import org.mercat.application.catalog.port.ListingSearch;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.catalog.Timing;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.SignInFailures.Scope;
import org.mercat.domain.identity.Standing;
import org.mercat.domain.identity.UserToken.Purpose;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Rating;
import org.mercat.domain.tenancy.Settings;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.rest.shared.BodyFilter;

/** docs/limits.md tells the limits that the code has. */
class LimitsPageTest {

  @Test
  void limits_of_requests_are_those_of_the_code() throws IOException {
    assertThat(page())
        .contains("| Body | 1 MiB (%s bytes)".formatted(number(BodyFilter.LIMIT)))
        .contains("| `limit` of a list | 1 to %d,".formatted(PageRequest.MOST))
        .contains("| Days of `/listings/{listing}/slots` | %d |".formatted(FreeSlots.MOST_DAYS))
        .contains(
            "%s levels deep".formatted(constant("org.mercat.rest.shared.Json", "DEEPEST")),
            "| Violations told at once | the first %s |"
                .formatted(constant("org.mercat.rest.shared.Violations", "MOST")),
            "| `Idempotency-Key` | 1 to %s visible"
                .formatted(constant("org.mercat.rest.shared.IdempotencyKey", "LONGEST")));
  }

  @Test
  void times_are_those_of_the_code() throws IOException {
    assertThat(page())
        .contains(
            "| An access token is good | %d minutes |".formatted(AccessGrant.LIFE.toMinutes()))
        .contains(
            "verifies an e-mail address is good | %d hours".formatted(hours(Purpose.VERIFY_EMAIL)))
        .contains(
            "choose another password is good | %d hour,".formatted(hours(Purpose.RESET_PASSWORD)))
        .contains(
            "| A code for a telephone is good | %d minutes, %d tries"
                .formatted(PhoneChallenge.LIFE.toMinutes(), PhoneChallenge.MOST_TRIES))
        .contains("from the %dth a lock".formatted(Scope.PLACE.limit()))
        .contains("| from the %dth |".formatted(Scope.ACCOUNT.limit()))
        .contains("brought back | %d days |".formatted(Standing.Closed.RECOVERABLE.toDays()));
  }

  @Test
  void limits_of_the_business_are_those_of_the_code() throws IOException {
    assertThat(page())
        .contains("keeps its time | %d minutes".formatted(Booking.HOLD.toMinutes()))
        .contains(
            "| %d minutes to %d hours |"
                .formatted(Timing.SHORTEST.toMinutes(), Timing.LONGEST.toHours()))
        .contains(
            "| %s, %s characters | each listing |"
                .formatted(number(Offering.LONGEST_TITLE), number(Offering.LONGEST_DESCRIPTION)))
        .contains(
            "| %s metres | each search |"
                .formatted(number(ListingSearch.Circle.LARGEST_RADIUS_METRES)))
        .contains("| %s metres | each provider |".formatted(number(Profile.LARGEST_RADIUS_METRES)))
        .contains("| Payout | at least %d minor units".formatted(Payout.MINIMUM_MINOR))
        .contains("a rating of %d to %d".formatted(Rating.WORST, Rating.BEST))
        .contains(
            "comment of %s and %s characters"
                .formatted(number(Opinion.LONGEST_TITLE), number(Opinion.LONGEST_COMMENT)))
        .contains("| %d, %d | each tenant |".formatted(Tenant.MOST_HOSTS, Settings.MOST_REGIONS))
        .contains(
            "| %d characters; %d hours, %d days at the most |"
                .formatted(
                    ApiKey.LONGEST_NAME, ApiKey.OVERLAP.toHours(), ApiKey.LONGEST_OVERLAP.toDays()))
        .contains(
            "| Password | %d to %d characters |".formatted(Password.SHORTEST, Password.LONGEST));
  }

  @Test
  void bounds_of_what_costs_most_are_those_of_the_code() throws IOException {
    var hasher = "org.mercat.rest.identity.Argon2PasswordHasher";
    assertThat(page())
        .contains("Argon2id: %d MiB".formatted((Integer) constant(hasher, "MEMORY_KIB") / 1024))
        .contains("half of the processors hash, %s wait".formatted(constant(hasher, "WAITING")))
        .contains(
            "| %d for each node, waited for %d seconds |"
                .formatted(
                    (Integer) constant("org.mercat.bootstrap.DatabaseWiring", "CONNECTIONS"),
                    seconds("org.mercat.bootstrap.DatabaseWiring", "CONNECTION_WITHIN")))
        .contains(
            "| %d seconds | 409"
                .formatted(seconds("org.mercat.rest.shared.IdempotencyFilter", "PATIENCE")))
        .contains(
            "held meanwhile; %d seconds"
                .formatted(seconds("org.mercat.payments.sandbox.Sandbox", "PATIENCE")))
        .contains(
            "sent by a job, %s at once"
                .formatted(
                    constant("org.mercat.application.notification.SendMessages", "MOST_AT_ONCE")))
        .contains(
            "worked off by a job, %s at once"
                .formatted(
                    constant("org.mercat.application.payment.ProcessGatewayEvents", "BATCH")));
  }

  private static long hours(Purpose purpose) {
    return purpose.life().toHours();
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static long seconds(String type, String name) {
    return ((Duration) constant(type, name)).toSeconds();
  }

  /** What nobody else needs to see is read all the same, so that the page cannot be wrong. */
  private static Object constant(String type, String name) {
    try {
      var field = Class.forName(type).getDeclaredField(name);
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException gone) {
      throw new LinkageError(type + "." + name + " is told by the page", gone);
    }
  }

  private static String page() throws IOException {
    return Sources.pageText("limits.md");
  }
}
