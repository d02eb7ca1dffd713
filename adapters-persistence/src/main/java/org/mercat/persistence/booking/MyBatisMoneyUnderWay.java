package org.mercat.persistence.booking;

import org.mercat.application.booking.port.MoneyUnderWay;
import org.mercat.domain.booking.BookingId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisMoneyUnderWay implements MoneyUnderWay {

  private final Sessions sessions;

  public MyBatisMoneyUnderWay(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean isPaying(BookingId booking) {
    return mapper().isOpen(booking.value(), "CAPTURE");
  }

  @Override
  public boolean isRefunding(BookingId booking) {
    return mapper().isOpen(booking.value(), "REFUND");
  }

  private MoneyUnderWayMapper mapper() {
    return sessions.mapper(MoneyUnderWayMapper.class);
  }
}
