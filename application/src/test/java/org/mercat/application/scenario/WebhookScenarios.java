package org.mercat.application.scenario;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.scenario.GatewayWorld.Signer;

/** Whoever can reach the address posts what he likes to where events are taken. */
public interface WebhookScenarios extends OnStage {

  /** As much as is looked at. */
  int MOST_BYTES = 256 * 1024;

  @Test
  default void what_the_gateway_has_signed_is_taken_and_acted_upon() {
    assertThat(stage().tell(event())).isEqualTo(200);

    assertThat(stage().processed()).isEqualTo(1);
  }

  @Test
  default void without_a_signature_nothing_is_taken() {
    assertRefused(stage().world.post(null, bytes(event())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",,,,,,",
        "t=",
        "t=1",
        "v1=",
        "t=abc,v1=00",
        "t=1,v1=zz",
        "t=-1,v1=00",
        "t=99999999999999999999,v1=00",
        "t=1,t=2,v1=00",
        "sha256=00",
        "Bearer t",
        "t=1;v1=00",
        "v0=00,t=1",
        "\u0000",
        "\u00e9"
      })
  default void a_signature_that_is_none_is_refused(String signature) {
    assertRefused(stage().world.post(signature, bytes(event())));
  }

  @Test
  default void a_signature_without_end_is_refused() {
    var body = bytes(event());
    var good = stage().world.signature(Signer.GATEWAY, body, stage().now());

    assertRefused(stage().world.post(good + ",v1=00".repeat(1_000), body));
  }

  @Test
  default void what_a_stranger_has_signed_is_refused() {
    var body = bytes(event());
    var signature = stage().world.signature(Signer.STRANGER, body, stage().now());

    assertRefused(stage().world.post(signature, body));
  }

  @Test
  default void what_was_changed_after_it_was_signed_is_refused() {
    var body = bytes(event());
    var signature = stage().world.signature(Signer.GATEWAY, body, stage().now());
    body[body.length / 2] ^= 1;

    assertRefused(stage().world.post(signature, body));
  }

  @ParameterizedTest
  @ValueSource(longs = {-299, 0, 299})
  default void clocks_may_differ_by_five_minutes(long seconds) {
    assertThat(stage().tell(event(), stage().now().plusSeconds(seconds))).isEqualTo(200);

    assertThat(stage().processed()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -301, 301, 86_400})
  default void what_was_signed_long_ago_or_is_yet_to_be_signed_is_refused(long seconds) {
    assertRefused(stage().tell(event(), stage().now().plusSeconds(seconds)));
  }

  @Test
  default void what_somebody_has_recorded_and_plays_again_at_once_has_no_effect() {
    var event = event();
    assertThat(stage().tell(event)).isEqualTo(200);
    assertThat(stage().processed()).isEqualTo(1);

    assertThat(stage().tell(event)).isEqualTo(200);

    assertThat(stage().processed()).isZero();
    stage().assertAllIsWell();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "{}",
        "0",
        "true",
        "\"event\"",
        "{",
        "{\"id\":\"evt_1\"}",
        "{\"id\":1,\"type\":2,\"livemode\":3,\"object\":4}",
        "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":null,\"livemode\":false}",
        "{\"object\":\"event\",\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"x\","
            + "\"livemode\":false}",
        "{\"object\":\"event\",\"id\":\"evt 1\",\"type\":\"x\",\"livemode\":false}",
        "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":\"x\",\"livemode\":\"no\"}",
        "<html></html>"
      })
  default void a_body_that_is_no_event_is_refused_however_well_signed(String body) {
    assertRefused(stage().tell(body));
  }

  @Test
  default void two_events_in_one_body_are_refused() {
    var event = event();

    assertRefused(stage().tell(event + event));
  }

  @Test
  default void an_event_in_another_encoding_is_refused() {
    var body = event().getBytes(UTF_16);
    var signature = stage().world.signature(Signer.GATEWAY, body, stage().now());

    assertRefused(stage().world.post(signature, body));
  }

  @Test
  default void an_event_about_real_money_is_refused_where_none_moves() {
    assertRefused(stage().tell(event().replace("\"livemode\":false", "\"livemode\":true")));
  }

  @Test
  default void a_body_beyond_every_measure_is_not_read() {
    assertThat(stage().tell(" ".repeat(MOST_BYTES + 1))).isEqualTo(413);
    assertThat(stage().tell(" ".repeat(MOST_BYTES))).isEqualTo(400);
  }

  @Test
  default void a_body_of_a_thousand_brackets_is_refused() {
    assertThat(stage().tell("[".repeat(100_000))).isEqualTo(400);
    assertThat(stage().tell("{\"a\":".repeat(40_000))).isEqualTo(400);
  }

  @Test
  default void an_event_of_a_kind_that_nobody_knows_is_taken_and_left_alone() {
    var odd = event().replaceFirst("\"type\":\"[^\"]*\"", "\"type\":\"moon.risen\"");

    assertThat(stage().tell(odd)).isEqualTo(200);

    assertThat(stage().processed()).isZero();
  }

  @Test
  default void whatever_byte_of_an_event_is_spoiled_it_is_taken_or_refused_and_nothing_fails() {
    var event = bytes(event());
    for (var place = 0; place < event.length; place++) {
      var spoiled = Arrays.copyOf(event, event.length);
      spoiled[place] ^= 0x1f;
      var signature = stage().world.signature(Signer.GATEWAY, spoiled, stage().now());

      assertThat(stage().world.post(signature, spoiled)).isIn(200, 400);
    }
    var _ = stage().processed();
    stage().assertAllIsWell();
  }

  /** Of a payment that was made. */
  private String event() {
    var _ = stage().paid();
    return stage().news().getLast();
  }

  private void assertRefused(int status) {
    assertThat(status).isEqualTo(400);
    assertThat(stage().processed()).isZero();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
