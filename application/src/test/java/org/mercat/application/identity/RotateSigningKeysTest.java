package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.RotateSigningKeys.Outcome;
import org.mercat.application.identity.port.InMemorySigningKeys;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;

class RotateSigningKeysTest {

  private static final Outcome NOTHING = new Outcome(false, 0);

  private final InMemorySigningKeys keys = new InMemorySigningKeys();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(keys);
  private final SettableClock clock = new SettableClock(SampleGrants.FROM);
  private final RotateSigningKeys rotate = new RotateSigningKeys(keys, unitOfWork, clock);

  @Test
  void where_nobody_has_signed_in_there_is_nothing_to_rotate() {
    assertThat(rotate.handle()).isEqualTo(NOTHING);
  }

  @Test
  void the_next_key_is_there_a_day_before_it_signs() {
    first();
    clock.advance(RotateSigningKeys.LIFE.minus(RotateSigningKeys.AHEAD).minusMillis(1));
    assertThat(rotate.handle()).isEqualTo(NOTHING);

    clock.advance(Duration.ofMillis(1));

    assertThat(rotate.handle()).isEqualTo(new Outcome(true, 0));
    assertThat(begins()).containsExactly(start(), start().plus(RotateSigningKeys.LIFE));
    assertThat(rotate.handle()).isEqualTo(NOTHING);
  }

  @Test
  void a_key_that_comes_late_is_shown_for_an_hour_before_it_signs() {
    first();
    clock.advance(Duration.ofDays(90));

    assertThat(rotate.handle()).isEqualTo(new Outcome(true, 0));

    assertThat(begins().getLast()).isEqualTo(clock.instant().plus(RotateSigningKeys.SHOWN));
  }

  @Test
  void a_key_is_kept_until_its_last_token_is_past() {
    first();
    clock.advance(RotateSigningKeys.LIFE.minus(RotateSigningKeys.AHEAD));
    assertThat(rotate.handle()).isEqualTo(new Outcome(true, 0));
    clock.advance(RotateSigningKeys.AHEAD.plus(RotateSigningKeys.KEPT).minus(Duration.ofMillis(1)));
    assertThat(rotate.handle()).isEqualTo(NOTHING);

    clock.advance(Duration.ofMillis(1));

    assertThat(rotate.handle()).isEqualTo(new Outcome(false, 1));
    assertThat(begins()).containsExactly(start().plus(RotateSigningKeys.LIFE));
  }

  private static Instant start() {
    return SampleGrants.FROM;
  }

  private void first() {
    assertThat(
            unitOfWork.run(
                () -> {
                  keys.add(1, start());
                  return keys.all();
                }))
        .hasSize(1);
  }

  private List<Instant> begins() {
    return unitOfWork.run(keys::all).stream().map(SigningKey::from).toList();
  }
}
