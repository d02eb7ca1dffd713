package org.mercat.domain.availability;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** When somebody works in an ordinary week, in order; no two hours overlap, but they may touch. */
public record WeeklyHours(List<Hours> hours) {

  public static final WeeklyHours NONE = new WeeklyHours(List.of());

  public WeeklyHours {
    if (firstOverlap(hours).isPresent()) {
      throw new IllegalArgumentException("hours overlap in " + hours);
    }
    hours =
        hours.stream().sorted(Comparator.comparing(Hours::day).thenComparing(Hours::from)).toList();
  }

  public static Result of(List<Hours> hours) {
    var overlap = firstOverlap(hours);
    return overlap.isPresent()
        ? new Result.Overlap(overlap.getAsInt())
        : new Result.Valid(new WeeklyHours(hours));
  }

  public sealed interface Result {
    record Valid(WeeklyHours hours) implements Result {}

    /** The hours at this index of the list overlap some before them in the list. */
    record Overlap(int index) implements Result {}
  }

  private static OptionalInt firstOverlap(List<Hours> hours) {
    return IntStream.range(0, hours.size())
        .filter(index -> hours.subList(0, index).stream().anyMatch(hours.get(index)::overlap))
        .findFirst();
  }

  List<Hours> on(DayOfWeek day) {
    return hours.stream().filter(some -> some.day() == day).toList();
  }
}
