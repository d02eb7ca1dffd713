package org.mercat.rest.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.PlaceBooking.Start;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.availability.LocalStart;
import org.mercat.domain.booking.Address;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Zone;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Violation.Code;

/** The bodies that bookings are made and moved on with. */
final class BookingRequests {

  static final int LONGEST_REASON = 500;
  static final int MOST_UNITS = 100;
  static final int MINUTES_OF_A_WEEK = Math.toIntExact(Duration.ofDays(7).toMinutes());
  private static final int LATEST_YEAR = 9998;

  private BookingRequests() {}

  static Parsed<PlaceBooking.Command> place(
      ZoneBook zones, Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var listing = members.id("listing").map(ListingId::new);
    var start = members.<Start>instantOrObject("start", Start.At::new, it -> inCalendar(zones, it));
    var minutes = members.optionalNumber("durationMinutes", 1, MINUTES_OF_A_WEEK);
    var quantity = members.optionalNumber("quantity", 1, MOST_UNITS);
    var address = members.optionalObject("address", BookingRequests::address);
    var tip = members.optionalMoney("tip");
    var method = PaymentMethods.optional(members);
    return members.into(
        () ->
            new PlaceBooking.Command(
                caller,
                listing.get(),
                start.get(),
                minutes.get().map(Duration::ofMinutes),
                quantity.get().orElse(1),
                address.get(),
                tip.get(),
                method.get()));
  }

  static Parsed<String> payment(@Nullable JsonNode body) {
    var members = Members.of(body);
    return members.into(PaymentMethods.required(members));
  }

  static Parsed<String> cancellation(@Nullable JsonNode body) {
    var members = Members.of(body);
    var reason = members.text("reason", 1, LONGEST_REASON);
    return members.into(reason);
  }

  static Parsed<RefundBooking.Command> refund(
      Caller caller, BookingId booking, @Nullable JsonNode body) {
    var members = Members.of(body);
    var amount =
        members
            .optionalMoney("amount")
            .check(
                money -> money.stream().allMatch(Money::isPositive),
                Code.OUT_OF_RANGE,
                "is not positive");
    var reason = members.text("reason", 1, LONGEST_REASON);
    return members.into(
        () -> new RefundBooking.Command(caller, booking, amount.get(), reason.get()));
  }

  private static Supplier<Start> inCalendar(ZoneBook zones, Members members) {
    var local = members.read("local", BookingRequests::local, "is not a local date and time");
    var zone = members.read("zone", text -> zoneOf(zones, text), "is not a time zone");
    var offset = members.optionalRead("offset", ZoneOffset::of, "is not an offset from UTC");
    return () -> new Start.InCalendar(new LocalStart(local.get(), offset.get()), zone.get());
  }

  private static Zone zoneOf(ZoneBook zones, String text) {
    return zones.find(ZoneId.of(text)).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static LocalDateTime local(String text) {
    var local = LocalDateTime.parse(text);
    if (local.getYear() < 1 || local.getYear() > LATEST_YEAR) {
      throw new DateTimeException("a year out of range: " + local.getYear());
    }
    return local;
  }

  private static Supplier<Address> address(Members members) {
    var country = members.text("country", 2, 2);
    var subdivision =
        members
            .text("subdivision", 1, 3)
            .check(
                part -> country.read().stream().allMatch(it -> isPlace(it, part)),
                Code.OUT_OF_RANGE,
                "is no part of that country");
    var city = members.optionalText("city", 1, 100);
    var postalCode =
        members
            .optionalText("postalCode", 1, 12)
            .check(
                code -> country.read().stream().allMatch(it -> isCode(it, code)),
                Code.MALFORMED,
                "is no postal code of that country");
    var line1 = members.optionalText("line1", 1, 200);
    return () ->
        new Address(
            new Jurisdiction(country.get(), subdivision.get()),
            city.get(),
            postalCode.get(),
            line1.get());
  }

  private static boolean isPlace(String country, String subdivision) {
    return Jurisdiction.parse(country, subdivision).isPresent();
  }

  /** A postal code is checked for its form only. */
  private static boolean isCode(String country, Optional<String> code) {
    return code.stream().allMatch(it -> PostalCode.parse(country, it).isPresent());
  }
}
