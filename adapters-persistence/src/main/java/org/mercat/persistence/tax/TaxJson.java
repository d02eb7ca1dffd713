package org.mercat.persistence.tax;

import static com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxLine;
import org.mercat.domain.tax.TaxRate;

/**
 * Taxes on their way into a statement and out of it: a list is one parameter, and its members have
 * the names of the columns.
 */
public final class TaxJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(SNAKE_CASE).build();

  private record Line(
      int position,
      TaxComponent component,
      long ratePpm,
      long baseMinor,
      long amountMinor,
      String rule) {

    TaxLine toDomain(String currency) {
      return new TaxLine(
          component,
          new Rate(ratePpm),
          Money.of(baseMinor, currency),
          Money.of(amountMinor, currency),
          rule);
    }
  }

  private record Share(TaxComponent component, long ratePpm, String rule) {}

  private TaxJson() {}

  /** The lines, counted from 1. */
  public static String ofLines(List<TaxLine> lines) {
    return write(
        IntStream.range(0, lines.size()).mapToObj(i -> line(i + 1, lines.get(i))).toList());
  }

  /** Reads lines in their order, which must be the one of their positions. */
  public static List<TaxLine> lines(String json, String currency) {
    return read(json, new TypeReference<List<Line>>() {}).stream()
        .map(line -> line.toDomain(currency))
        .toList();
  }

  public static String ofRates(List<TaxRate> rates) {
    return write(
        rates.stream()
            .map(rate -> new Share(rate.component(), rate.rate().partsPerMillion(), rate.rule()))
            .toList());
  }

  public static List<TaxRate> rates(String json) {
    return read(json, new TypeReference<List<Share>>() {}).stream()
        .map(share -> new TaxRate(share.component(), new Rate(share.ratePpm()), share.rule()))
        .toList();
  }

  private static Line line(int position, TaxLine line) {
    return new Line(
        position,
        line.component(),
        line.rate().partsPerMillion(),
        line.base().minor(),
        line.amount().minor(),
        line.rule());
  }

  private static String write(List<?> taxes) {
    try {
      return MAPPER.writeValueAsString(taxes);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("no JSON of " + taxes, failure);
    }
  }

  private static <T> List<T> read(String json, TypeReference<List<T>> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("not the JSON of taxes: " + json, failure);
    }
  }
}
