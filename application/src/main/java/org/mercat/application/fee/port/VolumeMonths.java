package org.mercat.application.fee.port;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.fee.VolumeMonthId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Zone;

/**
 * Driven port: what sellers have sold, month by month, and the books from which it is counted
 * (C-54). Every adapter must pass {@code VolumeMonthsContract}.
 */
public interface VolumeMonths {

  VolumeMonthId nextId();

  /** By which calendars there are sellers. */
  List<ZoneId> zones();

  /**
   * Some sellers of a calendar who have sold something until the end of a month, and of whom not
   * all months up to it are closed; each with the first that is not.
   */
  List<Open> open(Zone zone, YearMonth last, int most);

  /**
   * What was released to a seller in that time, before tax and without tips, less what has gone
   * back of it or is on its way. Of each currency in which it has ever sold, in their order.
   */
  List<Sold> sold(ProviderId seller, Instant from, Instant until);

  /** Keeps what was sold in a month, unless it is kept already: the first stands. */
  void close(VolumeMonth month);

  /** The months that were asked for, the last closed first. */
  Page<VolumeMonth> page(Selection selection, PageRequest request);

  record Open(ProviderId seller, YearMonth next) {}

  record Sold(Money sales, long orders) {}

  /** Which months are asked for; all of them where nothing is said. */
  record Selection(Optional<ProviderId> seller, Optional<YearMonth> month) {}
}
