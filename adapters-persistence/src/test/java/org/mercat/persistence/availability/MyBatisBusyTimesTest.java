package org.mercat.persistence.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.mercat.application.availability.port.BusyTimes;
import org.mercat.application.availability.port.BusyTimesContract;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.catalog.port.SampleListings;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisBusyTimesTest extends MyBatisCatalog implements BusyTimesContract {

  /** Lets a booking claim another time than its own. */
  interface ClaimMapper {
    @Delete("delete from slot_claim where booking_id = #{booking}")
    int free(UUID booking);

    @Insert(
        """
        insert into slot_claim (provider_id, during, booking_id)
        values (#{provider}, tstzrange(#{from}, #{to}, '[)'), #{booking})
        """)
    int claim(UUID provider, Instant from, Instant to, UUID booking);
  }

  private final MyBatisBookings bookings = new MyBatisBookings(TestDatabase.SESSIONS);
  private final Map<ProviderId, Parties> parties = new HashMap<>();
  private Instant elsewhere = NOON.plus(Duration.ofDays(100));

  @Override
  public BusyTimes busyTimes() {
    return new MyBatisBusyTimes(TestDatabase.SESSIONS);
  }

  @Override
  public ProviderId provider() {
    var provider = verified();
    var listing =
        published(
            provider, SampleListings.offering("Walk " + UUID.randomUUID(), "There and back."));
    parties.put(provider.id(), new Parties(anybody(), provider.id(), listing.id()));
    return provider.id();
  }

  @Override
  public void given(ProviderId provider, TimeSlot during) {
    elsewhere = elsewhere.plus(Duration.ofDays(1));
    var booking =
        SampleBookings.placed(
            bookings.nextId(), Objects.requireNonNull(parties.get(provider)), elsewhere);
    assertThat(bookings.add(booking)).isEqualTo(Addition.ADDED);
    var claims = TestDatabase.SESSIONS.mapper(ClaimMapper.class);
    assertThat(claims.free(booking.id().value())).isEqualTo(1);
    assertThat(claims.claim(provider.value(), during.from(), during.to(), booking.id().value()))
        .isEqualTo(1);
  }
}
