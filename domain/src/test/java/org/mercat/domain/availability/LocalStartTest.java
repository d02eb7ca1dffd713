package org.mercat.domain.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.domain.availability.LocalStart.Resolution;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.Zone;

class LocalStartTest {

  private static final Zone TORONTO = JvmZones.zone("America/Toronto");
  private static final ZoneOffset SUMMER = ZoneOffset.ofHours(-4);
  private static final ZoneOffset WINTER = ZoneOffset.ofHours(-5);

  @Test
  void an_ordinary_time_needs_no_offset() {
    assertThat(resolve("2026-11-16T09:00", Optional.empty()))
        .isEqualTo(new Resolution.Resolved(Instant.parse("2026-11-16T14:00:00Z")));
    assertThat(resolve("2026-11-16T09:00", Optional.of(WINTER)))
        .isEqualTo(new Resolution.Resolved(Instant.parse("2026-11-16T14:00:00Z")));
  }

  @Test
  void a_time_with_another_offset_than_the_zone_has_is_refused() {
    assertThat(resolve("2026-11-16T09:00", Optional.of(SUMMER)))
        .isEqualTo(new Resolution.WrongOffset(List.of(WINTER)));
    assertThat(resolve("2026-11-01T01:30", Optional.of(ZoneOffset.UTC)))
        .isEqualTo(new Resolution.WrongOffset(List.of(SUMMER, WINTER)));
  }

  @Test
  void a_skipped_time_does_not_exist_whatever_the_offset() {
    assertThat(resolve("2027-03-14T02:30", Optional.empty()))
        .isEqualTo(new Resolution.Nonexistent());
    assertThat(resolve("2027-03-14T02:30", Optional.of(SUMMER)))
        .isEqualTo(new Resolution.Nonexistent());
  }

  @Test
  void a_repeated_time_needs_its_offset() {
    assertThat(resolve("2026-11-01T01:30", Optional.empty()))
        .isEqualTo(new Resolution.Ambiguous(List.of(SUMMER, WINTER)));
    assertThat(resolve("2026-11-01T01:30", Optional.of(SUMMER)))
        .isEqualTo(new Resolution.Resolved(Instant.parse("2026-11-01T05:30:00Z")));
    assertThat(resolve("2026-11-01T01:30", Optional.of(WINTER)))
        .isEqualTo(new Resolution.Resolved(Instant.parse("2026-11-01T06:30:00Z")));
  }

  private static Resolution resolve(String local, Optional<ZoneOffset> offset) {
    return new LocalStart(LocalDateTime.parse(local), offset).resolve(TORONTO);
  }
}
