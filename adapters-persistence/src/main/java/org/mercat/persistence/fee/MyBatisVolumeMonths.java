package org.mercat.persistence.fee;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.fee.VolumeMonthId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** A unique key lets a month be closed once, on however many nodes. */
public final class MyBatisVolumeMonths implements VolumeMonths {

  private final Sessions sessions;

  public MyBatisVolumeMonths(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public VolumeMonthId nextId() {
    return new VolumeMonthId(Ids.next());
  }

  @Override
  public List<ZoneId> zones() {
    return mapper().zones().stream().map(ZoneId::of).toList();
  }

  @Override
  public List<Open> open(Zone zone, YearMonth last, int most) {
    var end = VolumeMonth.beginOf(last.plusMonths(1), zone);
    return mapper()
        .open(zone.id().getId(), last.getYear(), last.getMonthValue(), end, most)
        .stream()
        .map(row -> row.toDomain(zone))
        .toList();
  }

  @Override
  public List<Sold> sold(ProviderId seller, Instant from, Instant until) {
    return mapper().sold(seller.value(), from, until).stream().map(SoldRow::toDomain).toList();
  }

  @Override
  public void close(VolumeMonth month) {
    var _ = mapper().insert(VolumeMonthRow.of(month));
  }

  @Override
  public Page<VolumeMonth> page(Selection selection, PageRequest request) {
    var found =
        mapper()
            .page(
                selection.seller().map(ProviderId::value).orElse(null),
                selection.month().map(YearMonth::getYear).orElse(null),
                selection.month().map(YearMonth::getMonthValue).orElse(null),
                request.after().orElse(null),
                request.limit() + 1);
    return Page.of(
        found.stream().map(VolumeMonthRow::toDomain).toList(),
        request,
        month -> month.id().value());
  }

  private VolumeMonthMapper mapper() {
    return sessions.mapper(VolumeMonthMapper.class);
  }
}
