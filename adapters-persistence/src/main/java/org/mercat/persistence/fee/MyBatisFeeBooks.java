package org.mercat.persistence.fee;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.mercat.application.fee.port.FeeBooks;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

/** Reads what is in force at a time, and no more. */
public final class MyBatisFeeBooks implements FeeBooks {

  private final Sessions sessions;
  private final ZoneBook zones;
  private final MyBatisPlatformFees fees;

  public MyBatisFeeBooks(Sessions sessions, ZoneBook zones) {
    this.sessions = sessions;
    this.zones = zones;
    this.fees = new MyBatisPlatformFees(sessions);
  }

  @Override
  public Optional<FeeBook> of(ProviderId seller, Instant now) {
    return Optional.ofNullable(sellers().find(seller.value())).map(row -> book(row, now));
  }

  @Override
  public Optional<FeeBook> ofOwner(UserId owner, Instant now) {
    return Optional.ofNullable(sellers().ofOwner(owner.value())).map(row -> book(row, now));
  }

  /** By which rule clients of a seller pay on top, without what decides all else. */
  public Optional<FeeRule> onTop(ProviderId seller, Currency currency, Instant now) {
    var rules =
        sessions.mapper(FeeRuleMapper.class).onTop(seller.value(), now).stream()
            .map(FeeRuleRow::toDomain)
            .toList();
    return FeeBook.onTop(rules, currency, now);
  }

  private FeeBook book(FeeSellerRow seller, Instant now) {
    var id = seller.id();
    var zone = zones.zone(ZoneId.of(seller.timeZone()));
    var oldest = YearMonth.from(zone.dayOf(now)).minusMonths(FeeBook.OLDEST_MONTH);
    return new FeeBook(
        fees.inForce(),
        sessions.mapper(FeeRuleMapper.class).inForce(id, now).stream()
            .map(FeeRuleRow::toDomain)
            .toList(),
        sessions.mapper(SellerTierMapper.class).inForce(id, now).stream()
            .map(SellerTierRow::toDomain)
            .toList(),
        sessions
            .mapper(VolumeMonthMapper.class)
            .since(id, oldest.getYear(), oldest.getMonthValue())
            .stream()
            .map(VolumeMonthRow::toDomain)
            .toList(),
        zone);
  }

  private FeeSellerMapper sellers() {
    return sessions.mapper(FeeSellerMapper.class);
  }
}
