package org.mercat.application.fee;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.fee.port.VolumeMonths.Open;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.shared.Zone;

/**
 * Closes the months that are over, each by the calendar of its seller, and each once: whoever comes
 * second changes nothing.
 */
public final class CloseVolumeMonths {

  private static final int BATCH = 100;

  private final VolumeMonths volumes;
  private final ZoneBook zones;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public CloseVolumeMonths(
      VolumeMonths volumes, ZoneBook zones, UnitOfWork unitOfWork, InstantSource clock) {
    this.volumes = volumes;
    this.zones = zones;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Closes one month of some sellers; returns of how many, which is 0 when there is none left. */
  public int handle() {
    var now = clock.instant();
    return unitOfWork.run(
        () -> volumes.zones().stream().map(zones::zone).mapToInt(zone -> close(zone, now)).sum());
  }

  private int close(Zone zone, Instant now) {
    var open = volumes.open(zone, VolumeMonth.lastOver(zone, now), BATCH);
    open.forEach(it -> close(it, zone, now));
    return open.size();
  }

  private void close(Open open, Zone zone, Instant now) {
    var begin = VolumeMonth.beginOf(open.next(), zone);
    var end = VolumeMonth.beginOf(open.next().plusMonths(1), zone);
    volumes
        .sold(open.seller(), begin, end)
        .forEach(
            sold ->
                volumes.close(
                    new VolumeMonth(
                        volumes.nextId(),
                        open.seller(),
                        open.next(),
                        sold.sales(),
                        sold.orders(),
                        now)));
  }
}
