package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.shared.SystemEvents;
import org.mercat.bootstrap.Settings.OutsideIssuers;
import org.mercat.bootstrap.Settings.Profile;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void nothing_set_is_development_on_the_embedded_database() {
    Settings settings = Settings.read(Map.of("PATH", "/bin"));

    assertThat(settings.profile()).isEqualTo(Profile.DEV);
    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.dataDir()).isEqualTo(Path.of(".mercat").toAbsolutePath());
    assertThat(settings.database()).isEmpty();
    assertThat(settings.admin().name()).isEqualTo("admin@mercat.local");
    assertThat(settings.httpHost()).isEqualTo("localhost");
  }

  @Test
  void a_value_may_come_from_a_file() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "from a file\n");

    Settings settings = Settings.read(Map.of("MERCAT_ADMIN_PASSWORD_FILE", secret.toString()));

    assertThat(settings.admin().password()).isEqualTo("from a file");
  }

  @Test
  void a_value_and_a_file_together_are_refused() {
    refused(Map.of("MERCAT_HTTP_PORT", "80", "MERCAT_HTTP_PORT_FILE", "/nowhere"))
        .withMessage("Set MERCAT_HTTP_PORT or MERCAT_HTTP_PORT_FILE, not both.");
  }

  @Test
  void a_missing_file_is_refused_by_the_name_of_its_setting() {
    refused(Map.of("MERCAT_ADMIN_EMAIL_FILE", folder.resolve("none").toString()))
        .withMessageStartingWith("MERCAT_ADMIN_EMAIL_FILE cannot be read:");
  }

  @Test
  void unknown_names_are_refused_together() {
    refused(Map.of("MERCAT_PORT", "1", "MERCAT_COLOUR", "blue"))
        .withMessage("No such setting: MERCAT_COLOUR, MERCAT_PORT.");
  }

  @Test
  void words_and_numbers_are_checked() {
    refused(Map.of("MERCAT_PROFILE", "live", "MERCAT_HTTP_PORT", "70000"))
        .withMessage(
            "MERCAT_PROFILE must be dev or test or prod, not live."
                + " MERCAT_HTTP_PORT must be 1 to 65535, not 70000.");
    refused(Map.of("MERCAT_HTTP_PORT", "http"))
        .withMessage("MERCAT_HTTP_PORT must be a number, not http.");
  }

  @Test
  void an_outside_database_needs_both_passwords() {
    refused(Map.of("MERCAT_DB_URL", "jdbc:postgresql://db/mercat"))
        .withMessage(
            "MERCAT_DB_PASSWORD is needed together with MERCAT_DB_URL."
                + " MERCAT_DB_OWNER_PASSWORD is needed together with MERCAT_DB_URL.");
  }

  @Test
  void an_outside_database_has_two_roles() {
    Settings settings =
        Settings.read(
            Map.of(
                "MERCAT_DB_URL", "jdbc:postgresql://db/mercat",
                "MERCAT_DB_PASSWORD", "one",
                "MERCAT_DB_OWNER_USER", "boss",
                "MERCAT_DB_OWNER_PASSWORD", "two"));

    assertThat(settings.database())
        .contains(
            new Settings.Database(
                "jdbc:postgresql://db/mercat",
                new Settings.Login("mercat_app", "one"),
                new Settings.Login("boss", "two")));
  }

  @Test
  void production_refuses_the_known_password_and_play_money() {
    refused(Map.of("MERCAT_PROFILE", "prod"))
        .withMessageContainingAll("MERCAT_ADMIN_PASSWORD", "MERCAT_PAYMENTS=sandbox");
  }

  @Test
  void stripe_needs_a_key_and_a_secret() {
    refused(Map.of("MERCAT_PAYMENTS", "stripe", "MERCAT_STRIPE_ACCOUNTS", "v3"))
        .withMessageContainingAll(
            "MERCAT_STRIPE_API_KEY is needed together with MERCAT_PAYMENTS=stripe.",
            "MERCAT_STRIPE_WEBHOOK_SECRETS is needed together with MERCAT_PAYMENTS=stripe.",
            "MERCAT_STRIPE_ACCOUNTS must be v2 or v1, not v3.");
    refused(Map.of("MERCAT_PAYMENTS", "paypal"))
        .withMessage("MERCAT_PAYMENTS must be sandbox or stripe, not paypal.");
  }

  @Test
  void the_secrets_of_stripe_may_come_from_files_and_are_never_printed() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "sk_live_of_the_market\n");
    Path secrets = Files.writeString(folder.resolve("secrets"), "whsec_new, whsec_old\n");

    var settings =
        Settings.read(
            Map.of(
                "MERCAT_PAYMENTS", "stripe",
                "MERCAT_STRIPE_API_KEY_FILE", key.toString(),
                "MERCAT_STRIPE_WEBHOOK_SECRETS_FILE", secrets.toString()));

    assertThat(settings.payments().stripe())
        .hasValueSatisfying(
            stripe -> {
              assertThat(stripe.apiBase()).hasToString("https://api.stripe.com");
              assertThat(stripe.apiKey()).isEqualTo("sk_live_of_the_market");
              assertThat(stripe.webhookSecrets()).containsExactly("whsec_new", "whsec_old");
              assertThat(stripe.accounts()).isEqualTo(SettingsForPayments.Accounts.V2);
            });
    assertThat(settings.toString()).doesNotContain("sk_live", "whsec");
  }

  @Test
  void production_takes_stripe() {
    var payments =
        SettingsForPayments.read(
            new SettingsReader(
                Map.of(
                    "MERCAT_PAYMENTS", "stripe",
                    "MERCAT_STRIPE_API_KEY", "rk_live_1",
                    "MERCAT_STRIPE_WEBHOOK_SECRETS", "whsec_1")),
            Profile.PROD);

    assertThat(payments.provider()).isEqualTo(SettingsForPayments.Provider.STRIPE);
  }

  @Test
  void production_tells_its_metrics_to_nobody_and_its_log_to_machines() {
    var settings = SettingsForOperations.read(new SettingsReader(Map.of()), Profile.PROD);

    assertThat(settings.metrics()).isEqualTo(SettingsForOperations.Metrics.OFF);
    assertThat(settings.logFormat()).isEqualTo(SettingsForOperations.LogFormat.JSON);
    assertThat(settings.trustedProxies()).isEmpty();
    assertThat(settings.corsOrigins()).isEmpty();
    assertThat(settings.tracesEndpoint()).isEmpty();
    assertThat(settings.hstsSeconds()).isZero();
  }

  @Test
  void what_happened_to_the_system_is_kept_for_as_long_as_its_level_says() {
    var kept = Settings.read(Map.of()).operations().systemEvents();

    assertThat(kept).containsEntry("debug", Duration.ofDays(1));
    assertThat(kept).containsEntry("critical", Duration.ofDays(365));
    assertThat(kept.keySet())
        .containsExactlyElementsOf(
            Arrays.stream(SystemEvents.Level.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3 4", "1 2 3 4 5 6", "0 2 3 4 5", "1 2 3 4 always"})
  void each_level_of_what_happened_has_its_number_of_days(String days) {
    refused(Map.of("MERCAT_SYSTEM_EVENT_DAYS", days))
        .withMessage("MERCAT_SYSTEM_EVENT_DAYS must be 5 numbers from 1 to 9999.");
  }

  @Test
  void elsewhere_metrics_are_open_and_lines_are_for_people() {
    var settings = Settings.read(Map.of()).operations();

    assertThat(settings.metrics()).isEqualTo(SettingsForOperations.Metrics.OPEN);
    assertThat(settings.logFormat()).isEqualTo(SettingsForOperations.LogFormat.TEXT);
  }

  @Test
  void lists_are_parted_at_commas_and_blanks() {
    var settings =
        Settings.read(
                Map.of(
                    "MERCAT_TRUSTED_PROXIES", "10.0.0.0/8, 2001:db8::1",
                    "MERCAT_CORS_ORIGINS", "https://shop.example http://localhost:3000"))
            .operations();

    assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8", "2001:db8::1");
    assertThat(settings.corsOrigins())
        .containsExactly("https://shop.example", "http://localhost:3000");
  }

  @Test
  void what_is_no_network_or_no_origin_is_refused_by_its_name() {
    refused(
            Map.of(
                "MERCAT_TRUSTED_PROXIES", "10.0.0.0/33,proxy.example",
                "MERCAT_CORS_ORIGINS", "*,https://*.example,https://shop.example/,null",
                "MERCAT_TRACES_ENDPOINT", "collector:4318"))
        .withMessageContainingAll(
            "MERCAT_TRUSTED_PROXIES: 10.0.0.0/33 is not a network.",
            "MERCAT_TRUSTED_PROXIES: proxy.example is not a network.",
            "MERCAT_CORS_ORIGINS: * is not an origin.",
            "MERCAT_CORS_ORIGINS: https://*.example is not an origin.",
            "MERCAT_CORS_ORIGINS: https://shop.example/ is not an origin.",
            "MERCAT_CORS_ORIGINS: null is not an origin.",
            "MERCAT_TRACES_ENDPOINT must be an http or https URL, not collector:4318.");
  }

  @Test
  void a_token_for_the_metrics_is_long_enough_and_never_printed() {
    refused(Map.of("MERCAT_METRICS", "token"))
        .withMessage(
            "MERCAT_METRICS_TOKEN must have at least 22 characters with MERCAT_METRICS=token.");

    var token = "0123456789012345678901";
    var settings = Settings.read(Map.of("MERCAT_METRICS", "token", "MERCAT_METRICS_TOKEN", token));
    assertThat(settings.operations().metricsReader())
        .hasValueSatisfying(reader -> assertThat(reader.password()).isEqualTo(token));
    assertThat(settings.toString()).doesNotContain(token);
  }

  @Test
  void production_says_what_it_needs_to_reach_people_and_to_seal() {
    refused(Map.of("MERCAT_PROFILE", "prod", "MERCAT_SMTP_TLS", "none"))
        .withMessageContainingAll(
            "MERCAT_DATA_KEY is needed in profile prod.",
            "MERCAT_PUBLIC_URL is needed in profile prod.",
            "MERCAT_SMTP_HOST is needed in profile prod.",
            "MERCAT_SMTP_FROM is needed together with MERCAT_SMTP_HOST.",
            "MERCAT_SMTP_TLS=none is refused in profile prod.");
  }

  @Test
  void in_development_nobody_is_reached_outside() {
    var messages = Settings.read(Map.of("MERCAT_HTTP_PORT", "81")).messages();

    assertThat(messages.publicUrl()).hasToString("http://localhost:81");
    assertThat(messages.smtp()).isEmpty();
    assertThat(messages.twilio()).isEmpty();
  }

  @Test
  void a_mail_server_is_called_by_starttls_unless_told_otherwise() {
    var messages =
        Settings.read(
                Map.of(
                    "MERCAT_SMTP_HOST", "mail",
                    "MERCAT_SMTP_USER", "mercat",
                    "MERCAT_SMTP_PASSWORD", "secret",
                    "MERCAT_SMTP_FROM", "market@example.org",
                    "MERCAT_PUBLIC_URL", "https://market.example.org/"))
            .messages();

    assertThat(messages.publicUrl()).hasToString("https://market.example.org");
    assertThat(messages.smtp())
        .contains(
            new SettingsForMessages.Smtp(
                "mail",
                587,
                SettingsForMessages.Tls.STARTTLS,
                Optional.of(new Settings.Login("mercat", "secret")),
                "market@example.org"));
  }

  @Test
  void whoever_carries_text_messages_needs_an_account() {
    refused(Map.of("MERCAT_SMS", "twilio", "MERCAT_TWILIO_API_BASE", "ftp://twilio"))
        .withMessageContainingAll(
            "MERCAT_TWILIO_ACCOUNT_SID is needed together with MERCAT_SMS=twilio.",
            "MERCAT_TWILIO_AUTH_TOKEN is needed",
            "MERCAT_TWILIO_FROM is needed",
            "MERCAT_TWILIO_API_BASE must be an http or https URL, not ftp://twilio.");
  }

  @Test
  void issuers_on_this_machine_are_for_trying_one_out() {
    assertThat(Settings.read(Map.of()).outsideIssuers()).isEqualTo(OutsideIssuers.PUBLIC);
    assertThat(Settings.read(Map.of("MERCAT_OIDC_ISSUERS", "loopback")).outsideIssuers())
        .isEqualTo(OutsideIssuers.LOOPBACK);
    refused(Map.of("MERCAT_PROFILE", "prod", "MERCAT_OIDC_ISSUERS", "loopback"))
        .withMessageContaining(
            "MERCAT_OIDC_ISSUERS=loopback is for trying one out and refused in profile prod.");
  }

  @Test
  void a_data_key_has_32_bytes_and_is_not_printed() {
    var key = "A".repeat(43) + "=";

    var keys = Settings.read(Map.of("MERCAT_DATA_KEY", key + ", " + key)).dataKeys();

    assertThat(keys.base64()).containsExactly(key, key);
    assertThat(keys).hasToString("2 keys");
    refused(Map.of("MERCAT_DATA_KEY", "AAAA"))
        .withMessage(
            "MERCAT_DATA_KEY must be 32 bytes in base 64, or several such parted by commas.");
  }

  @Test
  void options_of_the_jvm_are_parted_at_blanks() {
    assertThat(Settings.read(Map.of("MERCAT_JVM_OPTIONS", " -Xmx1g  -Xms1g ")).jvmOptions())
        .containsExactly("-Xmx1g", "-Xms1g");
    assertThat(Settings.read(Map.of()).jvmOptions()).isEmpty();
  }

  @Test
  void a_login_does_not_print_its_password() {
    assertThat(new Settings.Login("admin", "secret")).hasToString("admin");
  }

  private static ThrowableAssertAlternative<SettingsRefused> refused(
      Map<String, String> environment) {
    return assertThatExceptionOfType(SettingsRefused.class)
        .isThrownBy(
            () -> {
              Settings _ = Settings.read(environment);
            });
  }
}
