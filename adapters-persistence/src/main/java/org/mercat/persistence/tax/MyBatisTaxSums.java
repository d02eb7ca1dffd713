package org.mercat.persistence.tax;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.mercat.application.shared.ZoneBook;
import org.mercat.application.tax.port.TaxSums;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Zone;
import org.mercat.persistence.shared.JsonRows;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisTaxSums implements TaxSums {

  private final Sessions sessions;
  private final ZoneBook zones;

  public MyBatisTaxSums(Sessions sessions, ZoneBook zones) {
    this.sessions = sessions;
    this.zones = zones;
  }

  @Override
  public List<Sum> ofClient(UserId client, Year year) {
    return sums(
        mapper().ofClient(client.value(), years(year), begin(year), begin(year.plusYears(1))));
  }

  @Override
  public List<Sum> ofProvider(ProviderId provider, Year year) {
    return sums(
        mapper().ofProvider(provider.value(), years(year), begin(year), begin(year.plusYears(1))));
  }

  @Override
  public Money sold(ProviderId provider, Instant from, Instant to) {
    return Money.of(mapper().sold(provider.value(), from, to), "CAD");
  }

  private static List<Sum> sums(List<TaxSumRow> rows) {
    return rows.stream().map(TaxSumRow::toDomain).toList();
  }

  private String years(Year year) {
    return JsonRows.of(LocalYearRow.everywhere(year, zones));
  }

  private static String begin(Year year) {
    return LocalYearRow.begin(year, Zone.UTC);
  }

  private TaxSumMapper mapper() {
    return sessions.mapper(TaxSumMapper.class);
  }
}
