package org.mercat.persistence.payment;

import java.util.Currency;
import java.util.Optional;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPayments implements Payments {

  private final Sessions sessions;

  public MyBatisPayments(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Payment> find(BookingId booking) {
    return Optional.ofNullable(mapper().find(booking.value())).map(PaymentRow::toDomain);
  }

  @Override
  public void add(Payment payment) {
    require(mapper().insert(PaymentRow.of(payment)), payment);
  }

  @Override
  public void update(Payment payment) {
    require(mapper().update(PaymentRow.of(payment)), payment);
  }

  @Override
  public boolean isRefunding(ProviderId provider, Currency currency) {
    return mapper().isRefunding(provider.value(), currency.getCurrencyCode());
  }

  private static void require(int stored, Payment payment) {
    if (stored == 0) {
      throw new ConcurrencyConflict("money of booking " + payment.charge().booking().value());
    }
  }

  private PaymentMapper mapper() {
    return sessions.mapper(PaymentMapper.class);
  }
}
