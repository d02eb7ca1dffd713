package org.mercat.rest.availability;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** A week on the wire, in the zone of the provider. */
record WeeklyHoursView(List<HoursView> hours) {

  /** Hours of one day; 24:00 and 00:00 both are its end. */
  record HoursView(String day, String from, String to) {}

  /** One entry as it was sent; its times may be in the wrong order. */
  private record Entry(DayOfWeek day, LocalTime from, LocalTime to) {}

  private static final int MOST_HOURS = 100;
  private static final String END_OF_DAY = "24:00";
  private static final String NO_TIME = "is no time such as 09:30";
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(Collectors.toUnmodifiableMap(WeeklyHoursView::word, Function.identity()));

  static WeeklyHoursView of(WeeklyHours week) {
    return new WeeklyHoursView(week.hours().stream().map(WeeklyHoursView::view).toList());
  }

  static Parsed<List<Hours>> parse(@Nullable JsonNode body) {
    var members = Members.of(body);
    var hours = members.list("hours", MOST_HOURS, WeeklyHoursView::entry);
    return members.into(hours).then(WeeklyHoursView::inOrder);
  }

  private static Supplier<Entry> entry(Members members) {
    var day = members.word("day", DAYS);
    var from = members.read("from", WeeklyHoursView::begin, NO_TIME);
    var to = members.read("to", WeeklyHoursView::end, NO_TIME);
    return () -> new Entry(day.get(), from.get(), to.get());
  }

  private static Parsed<List<Hours>> inOrder(List<Entry> entries) {
    var violations = new ArrayList<Violation>();
    var hours = new ArrayList<Hours>();
    for (var index = 0; index < entries.size(); index++) {
      var entry = entries.get(index);
      var pointer = "/hours/" + index + "/to";
      Hours.of(entry.day, entry.from, entry.to)
          .ifPresentOrElse(
              hours::add,
              () -> violations.add(new Violation(pointer, Code.OUT_OF_RANGE, "is not after from")));
    }
    return violations.isEmpty()
        ? new Parsed.Valid<>(List.copyOf(hours))
        : new Parsed.Invalid<>(violations);
  }

  private static HoursView view(Hours hours) {
    var to = hours.to().equals(LocalTime.MIDNIGHT) ? END_OF_DAY : hours.to().toString();
    return new HoursView(word(hours.day()), hours.from().toString(), to);
  }

  private static LocalTime begin(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new IllegalArgumentException(NO_TIME);
    }
    return LocalTime.parse(text);
  }

  private static LocalTime end(String text) {
    return text.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : begin(text);
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
