package org.mercat.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.Trade;
import org.mercat.application.scenario.MoneyScenarios;
import org.mercat.application.scenario.MoneyStage;
import org.mercat.payments.stripe.fake.FakeRequest;

/** The money suite, and what only Stripe can do to it. */
class StripeScenariosTest implements MoneyScenarios {

  private static final String KEY = "Idempotency-Key";

  private static final String MOON =
      """
      {"object":"event","id":"evt_moon","type":"moon.risen","livemode":false}""";

  private final Trade market = MoneyStage.market();
  private final StripeWorld world = new StripeWorld(market);
  private final MoneyStage stage = new MoneyStage(market, world);

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public MoneyStage stage() {
    return stage;
  }

  @ParameterizedTest
  @CsvSource({"whsec_new, 200", "whsec_old, 200", "whsec_older, 400"})
  void while_a_secret_is_exchanged_the_old_one_and_the_new_one_are_good(String secret, int status) {
    var body = MOON.getBytes(UTF_8);

    assertThat(world.post(world.signedBy(secret, body, market.market.in.system.instant()), body))
        .isEqualTo(status);
  }

  @Test
  void an_event_that_is_signed_by_both_secrets_is_taken() {
    var body = MOON.getBytes(UTF_8);
    var now = market.market.in.system.instant();
    var proof = world.signedBy("whsec_old", body, now).replaceFirst(".*v1=", ",v1=");

    assertThat(world.post(world.signedBy("whsec_new", body, now) + proof, body)).isEqualTo(200);
    assertThat(world.post(world.signedBy("a guess", body, now) + proof, body)).isEqualTo(200);
  }

  @Test
  void every_command_has_a_key_and_no_key_has_two_bodies() {
    stage.live();

    var commands =
        world.stripe().commands().stream()
            .filter(it -> !it.path().endsWith("account_links"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(5).allMatch(it -> it.header(KEY).isPresent());
    var bodies =
        commands.stream()
            .collect(
                groupingBy(
                    it -> it.header(KEY).orElseThrow(), mapping(FakeRequest::body, toSet())));
    assertThat(bodies).allSatisfy((key, asked) -> assertThat(asked).as(key).hasSize(1));
  }
}
