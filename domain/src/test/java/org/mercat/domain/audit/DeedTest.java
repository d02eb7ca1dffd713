package org.mercat.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.booking.BookingEvent.BookingCancelled;
import org.mercat.domain.booking.BookingEvent.BookingCancelled.Settlement;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.PaymentEvent.RefundStarted;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;

class DeedTest {

  private static final Instant NOON = Instant.parse("2026-11-16T17:00:00Z");
  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final Deed.Source SOURCE =
      new Deed.Source(Actor.GUEST, Optional.of("request-1"), Optional.empty());

  @Test
  void a_deed_tells_what_the_event_tells() {
    var event = new UserRegistered(new UserId(ID), Set.of(Role.PROVIDER, Role.CLIENT), NOON);

    var deed = Deed.of(event, SOURCE);

    assertThat(deed.action()).isEqualTo(Action.CREATE);
    assertThat(deed.event()).isEqualTo("UserRegistered");
    assertThat(deed.subject()).isEqualTo(event.subject());
    assertThat(deed.facts())
        .isEqualTo(
            Map.of(
                "user", ID.toString(), "roles", "CLIENT,PROVIDER", "at", "2026-11-16T17:00:00Z"));
  }

  @Test
  void what_people_have_written_is_left_out() {
    var event =
        new RefundStarted(
            new BookingId(ID), Money.of(8475, "CAD"), true, Role.PROVIDER, "Ada was ill.", NOON);

    assertThat(Deed.of(event, SOURCE).facts())
        .isEqualTo(
            Map.of(
                "booking",
                ID.toString(),
                "amount",
                "8475 CAD",
                "whole",
                "true",
                "by",
                "PROVIDER",
                "at",
                "2026-11-16T17:00:00Z"));
  }

  @Test
  void parts_of_parts_have_names_with_dots_and_what_is_absent_has_none() {
    var fee = new FeeTerms(Rate.percent(15), "a rule", List.of());
    var settlement = Optional.of(new Settlement(Money.of(100, "CAD"), fee));
    var event =
        new BookingCancelled(new BookingId(ID), CancelledBy.CLIENT, "Rain.", settlement, NOON);

    assertThat(Deed.of(event, SOURCE).facts())
        .containsEntry("settlement.serviceRefund", "100 CAD")
        .containsEntry("settlement.fee.rate", "150000")
        .doesNotContainKeys("reason", "settlement.fee.rule", "settlement");
  }

  @Test
  void what_changes_nothing_is_no_change() {
    var event = new UserRegistered(new UserId(ID), Set.of(), NOON);

    assertThat(Deed.without(Action.READ, "Shown", event.subject(), SOURCE).change()).isEmpty();
    assertThat(Deed.of(event, SOURCE).change())
        .hasValueSatisfying(it -> assertThat(it).hasSize(64));
  }

  @Test
  void another_fact_is_another_change() {
    var one = new UserRegistered(new UserId(ID), Set.of(Role.CLIENT), NOON);
    var other = new UserRegistered(new UserId(ID), Set.of(Role.PROVIDER), NOON);

    assertThat(Deed.of(one, SOURCE).change()).isNotEqualTo(Deed.of(other, SOURCE).change());
    assertThat(Deed.of(one, SOURCE).change()).isEqualTo(Deed.of(one, SOURCE).change());
  }

  @Test
  void the_facts_of_a_deed_stay() {
    var facts = new TreeMap<>(Map.of("at", "now"));
    var deed =
        new Deed(
            Actor.SYSTEM,
            Action.UPDATE,
            "Noted",
            new UserRegistered(new UserId(ID), Set.of(), NOON).subject(),
            facts,
            Optional.empty(),
            Optional.empty());

    facts.clear();

    assertThat(deed.facts()).containsOnlyKeys("at");
  }
}
