package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SignInFailures;
import org.mercat.domain.identity.SignInFailures.Scope;
import org.mercat.rest.shared.OpenApiDocument;

/** docs/security/ways-in.md says what the contract and the code say of getting in. */
class WaysInPageTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void every_operation_that_changes_something_without_a_token_is_a_way_that_is_told()
      throws IOException {
    var page = page();

    assertThat(postedByAnybody())
        .hasSizeGreaterThan(5)
        .allSatisfy(operation -> assertThat(page).contains("`" + operation + "`"));
  }

  @Test
  void locks_are_as_the_page_says() throws IOException {
    assertThat(page())
        .contains(
            "the %dth wrong one in a row from one place".formatted(Scope.PLACE.limit()),
            "the %dth wrong one in a row from all places".formatted(Scope.ACCOUNT.limit()),
            "for %d minute,".formatted(lock(Scope.PLACE.limit()).toMinutes()),
            "%d minutes at the most; forgotten after a day".formatted(lock(1_000).toMinutes()),
            "for %d minutes at the most, while sessions".formatted(lock(1_000).toMinutes()));
    assertThat(lock(Scope.PLACE.limit() + 1)).isEqualTo(lock(Scope.PLACE.limit()).multipliedBy(2));
    assertThat(SignInFailures.MEMORY).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void limits_of_requests_are_as_the_page_says() throws IOException {
    var page = page();

    assertThat(List.of("auth-login", "auth-register", "auth-mail"))
        .allSatisfy(
            name ->
                assertThat(page)
                    .contains(
                        "`%s` lets %s through".formatted(name, SettingsForRates.LIVE.get(name))));
    assertThat(page).contains("`" + Setting.RATE_LIMITS.variable() + "`");
  }

  @Test
  void passwords_codes_and_sessions_are_as_the_page_says() throws IOException {
    assertThat(page())
        .contains("%d to %d characters".formatted(Password.SHORTEST, Password.LONGEST))
        .contains("rests for %d days".formatted(Session.REST.toDays()))
        .contains("%d days after it was opened".formatted(Session.LIFE.toDays()))
        .contains("after %d minutes".formatted(AccessGrant.LIFE.toMinutes()))
        .contains("five tries, ten minutes");
    assertThat(PhoneChallenge.MOST_TRIES).isEqualTo(5);
    assertThat(PhoneChallenge.LIFE).isEqualTo(Duration.ofMinutes(10));
  }

  private static Duration lock(int failures) {
    return Duration.between(
        NOW, new SignInFailures(failures, NOW).lockedUntil(Scope.PLACE, NOW).orElseThrow());
  }

  private static List<String> postedByAnybody() {
    var operations = new ArrayList<String>();
    OpenApiDocument.whole()
        .tree()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          var isPublic =
                              method.getValue().path("x-permission").asText().equals("public");
                          if (isPublic && !method.getKey().equals("get")) {
                            operations.add(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  private static String page() throws IOException {
    return Sources.pageText("security", "ways-in.md").replace('\n', ' ');
  }
}
