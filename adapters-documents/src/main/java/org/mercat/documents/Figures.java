package org.mercat.documents;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.TimeSlot;

/** Amounts, rates and times as people read them in one language. */
final class Figures {

  private static final int DECIMALS_OF_PERCENT = 4;

  private final Locale locale;
  private final ZoneBook zones;

  Figures(Locale locale, ZoneBook zones) {
    this.locale = locale;
    this.zones = zones;
  }

  /** With as many decimals as the currency has. */
  String of(Money money) {
    var format = NumberFormat.getCurrencyInstance(locale);
    var decimals = money.currency().getDefaultFractionDigits();
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(BigDecimal.valueOf(money.minor(), decimals));
  }

  /** In percent: 9.975 %. */
  String of(Rate rate) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(DECIMALS_OF_PERCENT);
    return format.format(BigDecimal.valueOf(rate.partsPerMillion(), DECIMALS_OF_PERCENT))
        + "\u00a0%";
  }

  /** A day and a time of it, with the offset from UTC at which it is read. */
  String of(Instant instant, ZoneId zone) {
    var there = zones.zone(zone).offsetTimeOf(instant);
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(there)
        + DateTimeFormatter.ofPattern(" OOOO", locale).format(there);
  }

  /** From when to when; the day once when it is the same. */
  String of(TimeSlot slot, ZoneId zone) {
    var there = zones.zone(zone);
    var from = there.offsetTimeOf(slot.from());
    var to = there.offsetTimeOf(slot.to());
    var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    var ends =
        from.toLocalDate().equals(to.toLocalDate())
            ? time.format(to)
            : day.format(to) + ", " + time.format(to);
    return "%s, %s – %s (%s, %s)"
        .formatted(
            day.format(from),
            time.format(from),
            ends,
            DateTimeFormatter.ofPattern("OOOO", locale).format(from),
            zone.getId());
  }

  String country(String code) {
    return Locale.of("", code).getDisplayCountry(locale);
  }
}
