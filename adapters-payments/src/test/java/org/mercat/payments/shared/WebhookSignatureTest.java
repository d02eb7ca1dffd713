package org.mercat.payments.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");
  private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

  private final WebhookSignature signature = new WebhookSignature(List.of("secret"));

  @ParameterizedTest
  @ValueSource(longs = {-300, -299, 0, 299, 300})
  void a_signature_of_about_now_is_good(long secondsAway) {
    var header = signature.header(BODY, NOW.plusSeconds(secondsAway));

    assertThat(signature.fits(header, BODY, NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -301, 301, 86_400})
  void a_signature_of_another_time_is_not(long secondsAway) {
    var header = signature.header(BODY, NOW.plusSeconds(secondsAway));

    assertThat(signature.fits(header, BODY, NOW)).isFalse();
  }

  @Test
  void another_body_does_not_fit() {
    var header = signature.header(BODY, NOW);

    assertThat(signature.fits(header, "{}".getBytes(StandardCharsets.UTF_8), NOW)).isFalse();
  }

  @Test
  void another_time_than_the_one_that_was_signed_does_not_fit() {
    var header = signature.header(BODY, NOW).replaceFirst("t=[0-9]+", "t=1794830401");

    assertThat(signature.fits(header, BODY, NOW)).isFalse();
  }

  @Test
  void a_signature_by_somebody_else_does_not_fit() {
    var header = new WebhookSignature(List.of("guessed")).header(BODY, NOW);

    assertThat(signature.fits(header, BODY, NOW)).isFalse();
  }

  @Test
  void while_secrets_change_the_old_one_and_the_new_one_are_good() {
    var both = new WebhookSignature(List.of("new", "secret"));

    assertThat(both.fits(signature.header(BODY, NOW), BODY, NOW)).isTrue();
    assertThat(both.fits(both.header(BODY, NOW), BODY, NOW)).isTrue();
    assertThat(signature.fits(both.header(BODY, NOW), BODY, NOW)).isFalse();
  }

  @Test
  void one_good_proof_among_several_is_enough() {
    var header = signature.header(BODY, NOW) + ",v1=" + "0".repeat(64) + ",v0=else";

    assertThat(signature.fits(header, BODY, NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "t=",
        "t=abc,v1=00",
        "t=-1,v1=00",
        "t=99999999999999999999,v1=00",
        "v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=1794830400",
        "t=1794830400,t=1794830400,v1=00",
        "t=1794830400,v1=XY",
        "t=1794830400 v1=00"
      })
  void a_header_that_cannot_be_read_does_not_fit(String header) {
    assertThat(signature.fits(header, BODY, NOW)).isFalse();
  }

  @Test
  void a_header_without_end_is_not_looked_at() {
    var header = signature.header(BODY, NOW) + ",v1=00".repeat(10_000);

    assertThat(signature.fits(header, BODY, NOW)).isFalse();
  }

  @Test
  void somebody_has_to_sign() {
    assertThatThrownBy(() -> new WebhookSignature(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
