package org.mercat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.booking.Booking.Transition;
import org.mercat.domain.booking.Lifecycle.AwaitingPayment;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.GeneratedPage;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.shared.TransitionTable;
import org.mercat.domain.tax.Jurisdiction;

/** The whole life cycle as one table: every state times every command. */
class BookingTransitionsTest {

  private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
  private static final FeeTerms FEE = FeeTariff.INITIAL.terms(List.of());

  /**
   * AWAITING and PAYING are both AWAITING_PAYMENT: in the second a payment is under way. The hold
   * is over when TIME_PASSES and LATE_PAY come, and so is the time to object to a delivery. wrong =
   * WRONG_STATE, over = HOLD_EXPIRED, unknown = OUTCOME_UNKNOWN.
   */
  private static final TransitionTable TABLE =
      TransitionTable.parse(
          """
                      ACCEPT   DECLINE  PAY     LATE_PAY PAYMENT_FAILED PAYMENT_WAITS CONFIRM   TIME_PASSES START       DELIVER   COMPLETE  CANCEL    REFUNDED_WHOLE NOT_SHOWN
          REQUESTED   AWAITING DECLINED wrong   wrong    wrong          wrong         wrong     wrong       wrong       wrong     wrong     CANCELLED wrong          wrong
          AWAITING    wrong    wrong    PAYING  over     wrong          wrong         CONFIRMED EXPIRED     wrong       wrong     wrong     CANCELLED wrong          wrong
          PAYING      wrong    wrong    unknown unknown  AWAITING       AWAITING      CONFIRMED unknown     wrong       wrong     wrong     unknown   wrong          wrong
          CONFIRMED   wrong    wrong    wrong   wrong    wrong          wrong         wrong     wrong       IN_PROGRESS DELIVERED wrong     CANCELLED CANCELLED      NO_SHOW
          IN_PROGRESS wrong    wrong    wrong   wrong    wrong          wrong         wrong     wrong       wrong       DELIVERED wrong     wrong     CANCELLED      wrong
          DELIVERED   wrong    wrong    wrong   wrong    wrong          wrong         wrong     COMPLETED   wrong       wrong     COMPLETED wrong     CANCELLED      wrong
          DECLINED    wrong    wrong    wrong   wrong    wrong          wrong         wrong     wrong       wrong       wrong     wrong     wrong     wrong          wrong
          EXPIRED     wrong    wrong    over    over     wrong          wrong         over      wrong       wrong       wrong     wrong     wrong     wrong          wrong
          COMPLETED   wrong    wrong    wrong   wrong    wrong          wrong         wrong     wrong       wrong       wrong     wrong     wrong     wrong          wrong
          CANCELLED   wrong    wrong    wrong   wrong    wrong          wrong         over      wrong       wrong       wrong     wrong     wrong     wrong          wrong
          NO_SHOW     wrong    wrong    wrong   wrong    wrong          wrong         wrong     wrong       wrong       wrong     wrong     wrong     wrong          wrong
          """);

  static Stream<TransitionTable.Cell> table() {
    return TABLE.cells();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void transition(TransitionTable.Cell cell) {
    var result = on(booking(cell.state()), cell.command());

    switch (result) {
      case Transition.Done(var next, var events) -> {
        assertThat(name(next.lifecycle())).isEqualTo(cell.result());
        assertThat(events).singleElement().satisfies(event -> assertTells(event, next));
      }
      case Transition.Refused(var why) ->
          assertThat(why.name().toLowerCase(Locale.ROOT))
              .isEqualTo(
                  switch (cell.result()) {
                    case "wrong" -> "wrong_state";
                    case "over" -> "hold_expired";
                    case "unknown" -> "outcome_unknown";
                    default -> cell.result();
                  });
    }
  }

  @Test
  void the_table_has_every_state() {
    var leaves = Arrays.stream(Lifecycle.class.getPermittedSubclasses()).flatMap(this::leaves);

    assertThat(TABLE.states()).hasSize((int) leaves.count() + 1).contains("PAYING");
  }

  @Test
  void the_diagram_in_the_documentation_is_drawn_from_the_table() throws IOException {
    GeneratedPage.check(
        "booking-life-cycle.md",
        """
        # The life of a booking

        Drawn from the table of `BookingTransitionsTest`. AWAITING and PAYING are both
        AWAITING_PAYMENT on the wire; in the second a payment is under way.

        ```mermaid
        %s```
        """
            .formatted(TABLE.diagram()));
  }

  @Test
  void a_decline_ends_a_booking_that_was_to_be_paid_when_it_was_placed() {
    var placed = Booking.place(id(), terms(true), Optional.of("card"), NOW).booking();

    assertThat(placed.paymentFailed(NOW))
        .isInstanceOfSatisfying(
            Transition.Done.class,
            done -> assertThat(name(done.booking().lifecycle())).isEqualTo("CANCELLED"));
  }

  private Stream<Class<?>> leaves(Class<?> state) {
    return state.isSealed()
        ? Arrays.stream(state.getPermittedSubclasses()).flatMap(this::leaves)
        : Stream.of(state);
  }

  private static void assertTells(BookingEvent event, Booking next) {
    assertThat(event.booking()).isEqualTo(next.id());
    assertThat(event.at()).isBeforeOrEqualTo(NOW.plus(Booking.CONFIRMED_AFTER));
  }

  private static Transition on(Booking booking, String command) {
    var later = NOW.plus(Booking.HOLD);
    return switch (command) {
      case "ACCEPT" -> booking.accept(NOW);
      case "DECLINE" -> booking.decline(NOW);
      case "PAY" -> booking.pay("card", NOW);
      case "LATE_PAY" -> booking.pay("card", later);
      case "PAYMENT_FAILED" -> booking.paymentFailed(NOW);
      case "PAYMENT_WAITS" -> booking.paymentWaits(NOW);
      case "CONFIRM" -> booking.confirm(FEE, NOW);
      case "TIME_PASSES" -> booking.letTimePass(NOW.plus(Booking.CONFIRMED_AFTER));
      case "START" -> booking.start(NOW);
      case "DELIVER" -> booking.deliver(NOW);
      case "COMPLETE" -> booking.complete(NOW);
      case "CANCEL" -> booking.cancel(CancelledBy.CLIENT, "ill", NOW);
      case "REFUNDED_WHOLE" -> booking.refundedWhole(CancelledBy.ADMIN, "fraud", NOW);
      case "NOT_SHOWN" -> booking.noShow(NOW);
      default -> throw new IllegalArgumentException(command);
    };
  }

  private static Booking booking(String state) {
    var lifecycle =
        switch (state) {
          case "REQUESTED" -> new Lifecycle.Requested(NOW);
          case "AWAITING" -> new AwaitingPayment(NOW, NOW.plus(Booking.HOLD), false);
          case "PAYING" -> new AwaitingPayment(NOW, NOW.plus(Booking.HOLD), true);
          case "CONFIRMED" -> new Lifecycle.Confirmed(NOW);
          case "IN_PROGRESS" -> new Lifecycle.InProgress(NOW);
          case "DELIVERED" -> new Lifecycle.Delivered(NOW);
          case "DECLINED" -> new Lifecycle.Declined(NOW);
          case "EXPIRED" -> new Lifecycle.Expired(NOW);
          case "COMPLETED" -> new Lifecycle.Completed(NOW);
          case "CANCELLED" -> new Lifecycle.Cancelled(NOW, CancelledBy.CLIENT, "ill");
          case "NO_SHOW" -> new Lifecycle.NoShow(NOW);
          default -> throw new IllegalArgumentException(state);
        };
    return new Booking(id(), terms(false), lifecycle, Optional.of(FEE), 0);
  }

  private static String name(Lifecycle lifecycle) {
    return switch (lifecycle) {
      case AwaitingPayment(_, _, var paying) -> paying ? "PAYING" : "AWAITING";
      case Lifecycle other ->
          other
              .getClass()
              .getSimpleName()
              .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
              .toUpperCase(Locale.ROOT);
    };
  }

  private static BookingId id() {
    return new BookingId(UUID.randomUUID());
  }

  private static BookingTerms terms(boolean paidAtPlacing) {
    var slot = TimeSlot.of(NOW.plus(Duration.ofDays(3)), Duration.ofHours(2));
    return new BookingTerms(
        new UserId(UUID.randomUUID()),
        new ProviderId(UUID.randomUUID()),
        new ListingId(UUID.randomUUID()),
        slot,
        slot,
        ZoneId.of("America/Toronto"),
        new Jurisdiction("CA", "ON"),
        Optional.empty(),
        new Price(Money.of(8_000, "CAD"), List.of(), Money.of(0, "CAD")),
        CancellationPolicy.MODERATE,
        paidAtPlacing);
  }
}
