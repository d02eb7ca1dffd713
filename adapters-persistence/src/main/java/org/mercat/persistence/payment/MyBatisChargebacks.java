package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisChargebacks implements Chargebacks {

  private final Sessions sessions;

  public MyBatisChargebacks(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public ChargebackId nextId() {
    return new ChargebackId(Ids.next());
  }

  @Override
  public Optional<Chargeback> find(ChargebackId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(ChargebackRow::toDomain);
  }

  @Override
  public Optional<Chargeback> of(GatewayReference dispute) {
    return Optional.ofNullable(mapper().of(dispute.value())).map(ChargebackRow::toDomain);
  }

  @Override
  public List<Chargeback> ofBooking(BookingId booking) {
    return domain(mapper().ofBooking(booking.value()));
  }

  @Override
  public void add(Chargeback chargeback) {
    require(mapper().insert(ChargebackRow.of(chargeback)), chargeback);
  }

  @Override
  public void update(Chargeback chargeback) {
    require(mapper().update(ChargebackRow.of(chargeback)), chargeback);
  }

  @Override
  public Page<Chargeback> list(Filter filter, PageRequest page) {
    var found =
        mapper()
            .list(
                filter.status().map(Enum::name).orElse(null),
                filter.provider().map(ProviderId::value).orElse(null),
                page.after().orElse(null),
                page.limit() + 1);
    return Page.of(domain(found), page, chargeback -> chargeback.id().value());
  }

  @Override
  public List<Chargeback> lease(Instant now, int most) {
    return domain(mapper().lease(now, most));
  }

  @Override
  public List<Chargeback> unheard(Instant until, int most) {
    return domain(mapper().unheard(until, most));
  }

  @Override
  public boolean raise(ChargebackId chargeback, Instant now) {
    return mapper().raise(chargeback.value(), now) == 1;
  }

  @Override
  public boolean addMaterial(ChargebackId chargeback, Material material) {
    return mapper().tell(chargeback.value(), material.text(), material.at(), MOST_MATERIAL) == 1;
  }

  @Override
  public List<Material> materialOf(ChargebackId chargeback) {
    return mapper().material(chargeback.value()).stream()
        .map(ChargebackMaterialRow::toDomain)
        .toList();
  }

  private static List<Chargeback> domain(List<ChargebackRow> rows) {
    return rows.stream().map(ChargebackRow::toDomain).toList();
  }

  private static void require(int stored, Chargeback chargeback) {
    if (stored == 0) {
      throw new ConcurrencyConflict("chargeback " + chargeback.id().value());
    }
  }

  private ChargebackMapper mapper() {
    return sessions.mapper(ChargebackMapper.class);
  }
}
