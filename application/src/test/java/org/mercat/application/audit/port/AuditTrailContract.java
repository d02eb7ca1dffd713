package org.mercat.application.audit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.AuditTrail.Filter;
import org.mercat.application.audit.port.AuditTrail.Recorded;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.booking.BookingId;

/** What every adapter of {@link AuditTrail} promises; each test has a trail of its own. */
public interface AuditTrailContract {

  AuditTrail trail();

  UnitOfWork unitOfWork();

  @Test
  default void an_entry_tells_what_was_done() {
    var deed = SampleDeeds.delivered();

    append(deed);

    assertThat(deeds(Filter.EVERYTHING)).containsExactly(deed);
  }

  @Test
  default void an_entry_goes_with_its_unit() {
    var failure = new IllegalArgumentException("after the entry");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          trail().append(List.of(SampleDeeds.delivered()));
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(deeds(Filter.EVERYTHING)).isEmpty();
  }

  @Test
  default void a_new_subject_was_nothing_before() {
    var deed = SampleDeeds.delivered();

    append(deed);

    assertThat(newest().before()).isEmpty();
    assertThat(newest().after())
        .contains(AuditEntry.after(Optional.empty(), deed.change().orElseThrow()));
  }

  @Test
  default void what_a_subject_was_before_is_what_its_last_change_has_made_of_it() {
    var booking = new BookingId(UUID.randomUUID());
    append(SampleDeeds.delivered(booking));
    var first = newest();
    append(SampleDeeds.delivered());
    append(SampleDeeds.shown(booking.value()));
    var deed = SampleDeeds.delivered(booking);

    append(deed);

    assertThat(newest().before()).isPresent().isEqualTo(first.after());
    assertThat(newest().after())
        .contains(AuditEntry.after(first.after(), deed.change().orElseThrow()));
  }

  @Test
  default void what_changes_nothing_has_neither_before_nor_after() {
    append(SampleDeeds.shown(UUID.randomUUID()));

    assertThat(newest().before()).isEmpty();
    assertThat(newest().after()).isEmpty();
  }

  @Test
  default void what_nobody_asked_for_is_done_by_the_market_itself() {
    var source = new Deed.Source(Actor.SYSTEM, Optional.empty(), Optional.empty());
    var subject = SampleDeeds.delivered().subject();

    append(Deed.without(Action.READ, "Shown", subject, source));

    assertThat(newest().deed().actor()).isEqualTo(Actor.SYSTEM);
    assertThat(newest().deed().request()).isEmpty();
    assertThat(newest().deed().origin()).isEmpty();
  }

  @Test
  default void several_are_told_in_their_order() {
    var deeds = IntStream.range(0, 3).mapToObj(_ -> SampleDeeds.shown(UUID.randomUUID())).toList();

    append(deeds);

    assertThat(deeds(Filter.EVERYTHING)).isEqualTo(deeds.reversed());
  }

  @Test
  default void entries_are_found_by_who_what_and_on_what() {
    var read = SampleDeeds.shown(UUID.randomUUID());
    var changed = SampleDeeds.delivered();
    append(List.of(read, changed));
    var nothing = Filter.EVERYTHING;

    var byActor =
        new Filter(
            read.actor().id(), nothing.subject(), nothing.action(), nothing.from(), nothing.to());
    var bySubject =
        new Filter(
            nothing.actor(),
            Optional.of(changed.subject().id()),
            nothing.action(),
            nothing.from(),
            nothing.to());
    var byAction =
        new Filter(
            nothing.actor(),
            nothing.subject(),
            Optional.of(Action.READ),
            nothing.from(),
            nothing.to());

    assertThat(deeds(byActor)).containsExactly(read);
    assertThat(deeds(bySubject)).containsExactly(changed);
    assertThat(deeds(byAction)).containsExactly(read);
  }

  @Test
  default void entries_are_found_by_when() {
    var deed = SampleDeeds.delivered();
    append(deed);
    var at = newest().id().at();

    assertThat(deeds(between(at, at.plusMillis(1)))).containsExactly(deed);
    assertThat(deeds(between(at.plusMillis(1), at.plusSeconds(9)))).isEmpty();
    assertThat(deeds(between(at.minusSeconds(9), at))).isEmpty();
  }

  @Test
  default void pages_go_through_everything_once_newest_first() {
    var all = IntStream.range(0, 5).mapToObj(_ -> SampleDeeds.delivered()).toList();
    all.forEach(this::append);

    var seen = new ArrayList<Deed>();
    var next = Optional.<UUID>empty();
    do {
      var page = page(Filter.EVERYTHING, new PageRequest(2, next));
      page.items().forEach(recorded -> seen.add(recorded.entry().deed()));
      next = page.next();
    } while (next.isPresent());
    assertThat(seen).isEqualTo(all.reversed());
  }

  private void append(Deed deed) {
    append(List.of(deed));
  }

  private void append(List<Deed> deeds) {
    var appended =
        unitOfWork()
            .run(
                () -> {
                  trail().append(deeds);
                  return deeds;
                });
    assertThat(appended).isEqualTo(deeds);
  }

  private AuditEntry newest() {
    return page(Filter.EVERYTHING, new PageRequest(1, Optional.empty())).items().getFirst().entry();
  }

  private List<Deed> deeds(Filter filter) {
    return page(filter, new PageRequest(PageRequest.MOST, Optional.empty())).items().stream()
        .map(recorded -> recorded.entry().deed())
        .toList();
  }

  private Page<Recorded> page(Filter filter, PageRequest page) {
    return unitOfWork().run(() -> trail().find(filter, page));
  }

  private static Filter between(Instant from, Instant to) {
    return new Filter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to));
  }
}
