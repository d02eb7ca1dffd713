package org.mercat.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.catalog.Listing.Refusal;
import org.mercat.domain.catalog.Listing.State;
import org.mercat.domain.catalog.Listing.State.Active;
import org.mercat.domain.catalog.Listing.State.Archived;
import org.mercat.domain.catalog.Listing.State.Draft;
import org.mercat.domain.catalog.Listing.State.Paused;
import org.mercat.domain.catalog.Listing.Transition;
import org.mercat.domain.catalog.ListingEvent.ListingArchived;
import org.mercat.domain.catalog.ListingEvent.ListingChanged;
import org.mercat.domain.catalog.ListingEvent.ListingDrafted;
import org.mercat.domain.catalog.ListingEvent.ListingPaused;
import org.mercat.domain.catalog.ListingEvent.ListingPublished;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** The life of a listing as one table: every state times every command. */
class ListingTransitionsTest {

  private static final Instant BEFORE = Instant.parse("2030-01-01T09:00:00Z");
  private static final Instant NOW = BEFORE.plusSeconds(60);
  private static final Timing AN_HOUR =
      new Timing(Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, Duration.ZERO);

  enum Command {
    CHANGE,
    PUBLISH,
    PAUSE,
    ARCHIVE;

    Transition on(Listing listing) {
      return switch (this) {
        case CHANGE -> listing.change(offering("Cat walking"), NOW);
        case PUBLISH -> listing.publish(NOW);
        case PAUSE -> listing.pause(NOW);
        case ARCHIVE -> listing.archive(NOW);
      };
    }
  }

  static Stream<Arguments> table() {
    var draft = new Draft(BEFORE);
    var active = new Active(BEFORE);
    var paused = new Paused(BEFORE);
    var archived = new Archived(BEFORE);
    return Stream.of(
        row(draft, Command.CHANGE, Draft.class, ListingChanged.class),
        row(draft, Command.PUBLISH, Active.class, ListingPublished.class),
        refused(draft, Command.PAUSE, Refusal.NOT_ACTIVE),
        row(draft, Command.ARCHIVE, Archived.class, ListingArchived.class),
        row(active, Command.CHANGE, Active.class, ListingChanged.class),
        refused(active, Command.PUBLISH, Refusal.ALREADY_ACTIVE),
        row(active, Command.PAUSE, Paused.class, ListingPaused.class),
        row(active, Command.ARCHIVE, Archived.class, ListingArchived.class),
        row(paused, Command.CHANGE, Paused.class, ListingChanged.class),
        row(paused, Command.PUBLISH, Active.class, ListingPublished.class),
        refused(paused, Command.PAUSE, Refusal.NOT_ACTIVE),
        row(paused, Command.ARCHIVE, Archived.class, ListingArchived.class),
        refused(archived, Command.CHANGE, Refusal.ARCHIVED),
        refused(archived, Command.PUBLISH, Refusal.ARCHIVED),
        refused(archived, Command.PAUSE, Refusal.ARCHIVED),
        refused(archived, Command.ARCHIVE, Refusal.ARCHIVED));
  }

  private static Arguments row(State from, Command command, Object expected, Class<?> event) {
    return Arguments.of(from, command, expected, event);
  }

  private static Arguments refused(State from, Command command, Refusal why) {
    return Arguments.of(from, command, why, Transition.Refused.class);
  }

  @ParameterizedTest(name = "{1} in {0} gives {2}")
  @MethodSource("table")
  void transition(State from, Command command, Object expected, Class<?> event) {
    var result = command.on(listing(from));

    switch (result) {
      case Transition.Done(var next, var happened) -> {
        assertThat(next.state().getClass()).isEqualTo(expected);
        assertThat(happened.getClass()).isEqualTo(event);
      }
      case Transition.Refused(var why) -> assertThat(why).isEqualTo(expected);
    }
  }

  @Test
  void the_table_is_complete() {
    var states =
        Arrays.stream(State.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    var rows = table().map(a -> a.get()[0].getClass().getSimpleName() + "/" + a.get()[1]).toList();

    assertThat(rows).doesNotHaveDuplicates().hasSize(states.size() * Command.values().length);
  }

  @Test
  void a_listing_begins_as_a_draft_named_by_its_title() {
    var id = new ListingId(UUID.randomUUID());
    var provider = new ProviderId(UUID.randomUUID());

    var drafted = Listing.draft(id, provider, offering("Dog walking"), NOW);

    assertThat(drafted.event()).isEqualTo(new ListingDrafted(id, provider, NOW));
    assertThat(drafted.listing().state()).isEqualTo(new Draft(NOW));
    assertThat(drafted.listing().slug().value()).isEqualTo("dog-walking");
  }

  @Test
  void the_slug_stays_when_the_title_changes() {
    var changed = Command.CHANGE.on(listing(new Active(BEFORE)));

    assertThat(changed)
        .isInstanceOfSatisfying(
            Transition.Done.class,
            done -> {
              assertThat(done.listing().offering().title()).isEqualTo("Cat walking");
              assertThat(done.listing().slug().value()).isEqualTo("dog-walking");
            });
  }

  @ParameterizedTest
  @EnumSource(PricingType.class)
  void only_a_price_that_is_agreed_on_later_may_be_left_open(PricingType pricing) {
    var nothing = Money.of(0, "CAD");

    var open =
        switch (pricing) {
          case FIXED, HOURLY, DAILY -> false;
          case CUSTOM, QUOTE, CONTACT -> true;
        };

    assertThat(Offering.isPrice(pricing, nothing)).isEqualTo(open);
    assertThat(Offering.isPrice(pricing, Money.of(-1, "CAD"))).isFalse();
    assertThat(Offering.isPrice(pricing, Money.of(1, "CAD"))).isTrue();
  }

  @Test
  void a_service_takes_at_least_five_minutes_and_at_most_a_day() {
    assertThatThrownBy(() -> lasting(Duration.ofMinutes(4)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lasting(Duration.ofMinutes(24 * 60 + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(lasting(Duration.ofDays(1)).length()).isEqualTo(Duration.ofDays(1));
  }

  private static Timing lasting(Duration length) {
    return new Timing(length, Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO);
  }

  private static Offering offering(String title) {
    return new Offering(
        title,
        "Around the block.",
        Category.OTHER,
        Optional.empty(),
        PricingType.HOURLY,
        Money.of(3_750, "CAD"),
        AN_HOUR,
        LocationType.ON_SITE,
        PaymentFlow.CAPTURE_HOLD);
  }

  private static Listing listing(State state) {
    var drafted =
        Listing.draft(
                new ListingId(UUID.randomUUID()),
                new ProviderId(UUID.randomUUID()),
                offering("Dog walking"),
                BEFORE)
            .listing();
    return new Listing(
        drafted.id(), drafted.provider(), drafted.slug(), drafted.offering(), state, BEFORE, 0);
  }
}
