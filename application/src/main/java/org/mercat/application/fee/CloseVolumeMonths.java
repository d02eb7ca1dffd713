package org.mercat.application.fee;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.fee.port.VolumeMonths.Open;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.VolumeMonth;

/**
 * Closes the months that are over, each by the calendar of its seller, and each once: whoever comes
 * second changes nothing.
 */
public final class CloseVolumeMonths {

  private static final int BATCH = 100;

  private final VolumeMonths volumes;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public CloseVolumeMonths(VolumeMonths volumes, UnitOfWork unitOfWork, InstantSource clock) {
    this.volumes = volumes;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Closes one month of some sellers; returns of how many, which is 0 when there is none left. */
  public int handle() {
    var now = clock.instant();
    return unitOfWork.run(() -> volumes.zones().stream().mapToInt(zone -> close(zone, now)).sum());
  }

  private int close(ZoneId zone, Instant now) {
    var open = volumes.open(zone, VolumeMonth.lastOver(zone, now), BATCH);
    open.forEach(it -> close(it, zone, now));
    return open.size();
  }

  private void close(Open open, ZoneId zone, Instant now) {
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
