package org.mercat.domain.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.shared.Zone;

/**
 * The slots that weekly hours give in a zone. Hours are wall time: on a day when clocks change they
 * are longer or shorter than on others. They begin and end at the first of two equal wall times,
 * and at the change itself where a wall time is left out. From the beginning of the hours the steps
 * are walked in real time, so a repeated hour has slots of its own and a skipped one has none.
 *
 * <p>Claims are the times taken, with the buffers of whoever took them; a slot is free if the slot
 * with its own buffers meets none of them.
 */
public record Slots(WeeklyHours hours, Zone zone, SlotRules rules) {

  /**
   * The free slots of the hours of these days that do not begin before {@code now}, in order. They
   * count to the day of their hours, even if a change of clocks sets one's beginning a day back.
   */
  public List<TimeSlot> free(
      LocalDate from, LocalDate toExclusive, List<TimeSlot> claims, Instant now) {
    var taken = new TakenTime(claims);
    return from.datesUntil(toExclusive)
        .flatMap(this::openings)
        .flatMap(this::slots)
        .filter(slot -> !slot.from().isBefore(now) && !taken.meets(withBuffers(slot)))
        .toList();
  }

  /**
   * Whether exactly this slot can be had. Its length is its own: whether it may be that long is a
   * matter of its price.
   */
  public Verdict judge(TimeSlot wanted, List<TimeSlot> claims, Instant now) {
    if (wanted.from().isBefore(now)) {
      return new Verdict.InThePast();
    }
    return openingAround(wanted)
        .map(opening -> judge(wanted, opening, claims))
        .orElseGet(Verdict.OutsideHours::new);
  }

  private Verdict judge(TimeSlot wanted, TimeSlot opening, List<TimeSlot> claims) {
    var sinceOpening = Duration.between(opening.from(), wanted.from());
    if (!rules.step().multipliedBy(sinceOpening.dividedBy(rules.step())).equals(sinceOpening)) {
      return new Verdict.OffStep();
    }
    return claims.stream()
        .filter(withBuffers(wanted)::overlaps)
        .min(Comparator.comparing(TimeSlot::from))
        .<Verdict>map(Verdict.Taken::new)
        .orElseGet(Verdict.Free::new);
  }

  /** Of the day that the slot begins on, or of the next if clocks go back over midnight. */
  private Optional<TimeSlot> openingAround(TimeSlot wanted) {
    var date = zone.dayOf(wanted.from());
    return date.datesUntil(date.plusDays(2))
        .flatMap(this::openings)
        .filter(opening -> opening.contains(wanted))
        .findAny();
  }

  private TimeSlot withBuffers(TimeSlot slot) {
    return slot.widened(rules.before(), rules.after());
  }

  private Stream<TimeSlot> slots(TimeSlot opening) {
    return Stream.iterate(
        TimeSlot.of(opening.from(), rules.length()),
        opening::contains,
        slot -> TimeSlot.of(slot.from().plus(rules.step()), rules.length()));
  }

  private Stream<TimeSlot> openings(LocalDate date) {
    return hours.on(date.getDayOfWeek()).stream()
        .flatMap(some -> opening(zone.firstOf(some.beginOn(date)), zone.firstOf(some.endOn(date))));
  }

  /** None where a change of clocks leaves out the hours altogether. */
  private static Stream<TimeSlot> opening(Instant from, Instant to) {
    return from.isBefore(to) ? Stream.of(new TimeSlot(from, to)) : Stream.empty();
  }
}
