package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

class MarketTimeTest {

  private static final Instant NOON = Instant.parse("2026-11-16T17:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-17T17:00:00Z");
  private static final Caller ADMIN = caller(Role.ADMIN);
  private static final Caller CLIENT = caller(Role.CLIENT);

  private final SettableClock clock = new SettableClock(NOON);
  private final List<Instant> ran = new ArrayList<>();
  private final MarketTime time = new MarketTime(new AccessRules(), clock);
  private final WalkMarketTime walk =
      new WalkMarketTime(new AccessRules(), clock, () -> ran.add(clock.instant()));

  @Test
  void what_falls_due_on_the_way_is_done_at_the_end_of_it() {
    assertThat(walk.handle(new WalkMarketTime.Command(ADMIN, LATER)))
        .isEqualTo(new WalkMarketTime.Outcome.Walked(LATER));

    assertThat(ran).containsExactly(LATER);
    assertThat(time.handle(new MarketTime.Query(ADMIN)))
        .isEqualTo(new MarketTime.Outcome.Found(LATER));
  }

  @Test
  void only_who_plays_the_outside_world_sees_and_sets_the_time() {
    assertThat(walk.handle(new WalkMarketTime.Command(CLIENT, LATER)))
        .isEqualTo(new WalkMarketTime.Outcome.Forbidden());
    assertThat(time.handle(new MarketTime.Query(CLIENT)))
        .isEqualTo(new MarketTime.Outcome.Forbidden());

    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(ran).isEmpty();
  }

  private static Caller caller(Role role) {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(role));
  }
}
