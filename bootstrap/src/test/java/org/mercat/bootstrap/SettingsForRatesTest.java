package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.SettingsForRates.Rate;
import org.mercat.rest.shared.RouteClass;

class SettingsForRatesTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/limits.md").normalize();

  @Test
  void every_class_of_requests_has_a_limit_in_every_profile() {
    var names = Stream.of(RouteClass.values()).map(RouteClass::text).toList();

    assertThat(SettingsForRates.GENEROUS).containsOnlyKeys(names);
    assertThat(SettingsForRates.LIVE).containsOnlyKeys(names);
  }

  @Test
  void the_page_of_the_limits_tells_the_defaults() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains(
            Stream.of(RouteClass.values())
                .map(RouteClass::text)
                .map(
                    name ->
                        "| `%s` | %s | %s |"
                            .formatted(
                                name,
                                SettingsForRates.LIVE.get(name),
                                SettingsForRates.GENEROUS.get(name)))
                .toList());
  }

  @Test
  void a_class_that_is_named_has_another_limit_and_the_others_keep_theirs() {
    var rates =
        Settings.read(Map.of("MERCAT_RATE_LIMITS", "book=2/10s, auth-mail=3/2h")).rates().byClass();

    assertThat(rates)
        .containsEntry("book", new Rate(2, Duration.ofSeconds(10)))
        .containsEntry("auth-mail", new Rate(3, Duration.ofHours(2)))
        .containsEntry("auth-login", new Rate(6000, Duration.ofMinutes(1)));
  }

  @Test
  void what_is_no_class_or_no_limit_is_refused() {
    assertThatExceptionOfType(SettingsRefused.class)
        .isThrownBy(
            () -> {
              Settings _ =
                  Settings.read(Map.of("MERCAT_RATE_LIMITS", "books=2/10s,book=0/10s,read"));
            })
        .withMessageContainingAll(
            "MERCAT_RATE_LIMITS: no class of requests has the limit books=2/10s.",
            "MERCAT_RATE_LIMITS: book=0/10s must be like 30/60s.",
            "MERCAT_RATE_LIMITS: no class of requests has the limit read.");
  }
}
