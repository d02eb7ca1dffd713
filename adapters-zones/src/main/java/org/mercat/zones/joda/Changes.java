package org.mercat.zones.joda;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.joda.time.DateTimeZone;

/**
 * A zone of Joda-Time as rules of {@code java.time}: every change of its clocks from 1970 to the
 * end of 2100, one by one. Outside of these years clocks stay as they are at the edge. Where the
 * IANA says 24:00 of a day, Joda-Time says a thousandth of a second less; clocks change in between.
 */
final class Changes {

  static final Instant FIRST = Instant.EPOCH;
  static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

  private final DateTimeZone zone;
  private final List<ZoneOffsetTransition> ofStandard = new ArrayList<>();
  private final List<ZoneOffsetTransition> ofClocks = new ArrayList<>();

  private Changes(DateTimeZone zone) {
    this.zone = zone;
  }

  static ZoneRules of(DateTimeZone zone) {
    return new Changes(zone).rules();
  }

  private ZoneRules rules() {
    var at = FIRST.toEpochMilli();
    for (var next = next(at); next > at && next < END.toEpochMilli(); next = next(at)) {
      add(ofStandard, next, standard(at), standard(next));
      add(ofClocks, next, shown(at), shown(next));
      at = next;
    }
    var first = FIRST.toEpochMilli();
    return ZoneRules.of(standard(first), shown(first), ofStandard, ofClocks, List.of());
  }

  /** The next change of anything, be it only of a name; the same if there is none. */
  private long next(long millis) {
    return zone.nextTransition(millis);
  }

  private ZoneOffset shown(long millis) {
    return offset(zone.getOffset(millis));
  }

  private ZoneOffset standard(long millis) {
    return offset(zone.getStandardOffset(millis));
  }

  private static void add(
      List<ZoneOffsetTransition> changes, long millis, ZoneOffset before, ZoneOffset after) {
    if (!before.equals(after)) {
      var local = LocalDateTime.ofEpochSecond(Math.ceilDiv(millis, 1000L), 0, before);
      changes.add(ZoneOffsetTransition.of(local, before, after));
    }
  }

  private static ZoneOffset offset(int millis) {
    return ZoneOffset.ofTotalSeconds(millis / 1000);
  }
}
