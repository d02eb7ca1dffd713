package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.MoneyState.Refunding;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.GeneratedPage;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;
import org.mercat.domain.shared.TransitionTable;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;

/** The whole machine of the money as one table: every state times every command. */
class PaymentTransitionsTest {

  private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
  private static final FeeTerms FEE = FeeTariff.INITIAL.terms(List.of());
  private static final Money HALF = Money.of(4_000, "CAD");
  private static final List<String> ON_THE_WIRE = List.of("HELD", "RELEASED", "REFUNDING");
  private static final Money NOTHING = Money.of(0, "CAD");

  /**
   * What is HELD or RELEASED on the wire has more than one row here: REFUNDING while a partial
   * refund is under way, OWING when one has come to nothing, DUE when the rest is the provider's;
   * and REFUNDING_RELEASED is the refund of a whole that had been released. ELSEWHERE: by somebody
   * at the gateway. wrong = WRONG_STATE, unknown = OUTCOME_UNKNOWN, exceeds =
   * REFUND_EXCEEDS_REMAINING, owed = REFUND_OWED.
   */
  private static final TransitionTable TABLE =
      TransitionTable.parse(
          """
                             RETRY     CAPTURED DECLINED WAITS UNANSWERED         REFUND_PART        REFUND_ALL         REFUND_MORE CANCEL_FREE CANCEL_LATE        RELEASE            RELEASE_DUE REFUND_PAID REFUND_FAILED  ELSEWHERE_PART ELSEWHERE_ALL
          NONE               CAPTURING HELD     wrong    wrong wrong              wrong              wrong              wrong       wrong       wrong              wrong              wrong       wrong       wrong          wrong          wrong
          INVOICED           wrong     wrong    wrong    wrong wrong              wrong              wrong              wrong       wrong       wrong              wrong              wrong       wrong       wrong          wrong          wrong
          AUTHORIZED         wrong     wrong    wrong    wrong wrong              wrong              wrong              wrong       wrong       wrong              wrong              wrong       wrong       wrong          wrong          wrong
          CAPTURING          unknown   HELD     NONE     NONE  CAPTURING          unknown            unknown            unknown     unknown     unknown            wrong              wrong       wrong       wrong          unknown        unknown
          HELD               wrong     wrong    wrong    wrong wrong              HELD_REFUNDING     REFUNDING          exceeds     REFUNDING   RELEASED           RELEASED           wrong       wrong       wrong          HELD           REFUNDED
          HELD_DUE           wrong     wrong    wrong    wrong wrong              HELD_REFUNDING_DUE REFUNDING          exceeds     REFUNDING   RELEASED           RELEASED           RELEASED    wrong       wrong          RELEASED       REFUNDED
          HELD_OWING         wrong     wrong    wrong    wrong wrong              HELD_REFUNDING     REFUNDING          exceeds     REFUNDING   HELD_REFUNDING_DUE HELD_OWING_DUE     owed        wrong       wrong          HELD           REFUNDED
          HELD_OWING_DUE     wrong     wrong    wrong    wrong wrong              HELD_REFUNDING_DUE REFUNDING          exceeds     REFUNDING   HELD_REFUNDING_DUE HELD_OWING_DUE     owed        wrong       wrong          RELEASED       REFUNDED
          HELD_REFUNDING     wrong     wrong    wrong    wrong HELD_REFUNDING     unknown            unknown            unknown     unknown     unknown            HELD_REFUNDING_DUE unknown     HELD        HELD_OWING     unknown        unknown
          HELD_REFUNDING_DUE wrong     wrong    wrong    wrong HELD_REFUNDING_DUE unknown            unknown            unknown     unknown     unknown            HELD_REFUNDING_DUE unknown     RELEASED    HELD_OWING_DUE unknown        unknown
          RELEASING          wrong     wrong    wrong    wrong RELEASING          wrong              wrong              wrong       wrong       wrong              wrong              wrong       wrong       wrong          wrong          wrong
          RELEASED           wrong     wrong    wrong    wrong wrong              RELEASED_REFUNDING REFUNDING_RELEASED exceeds     wrong       wrong              wrong              wrong       wrong       wrong          RELEASED       REFUNDED
          RELEASED_OWING     wrong     wrong    wrong    wrong wrong              RELEASED_REFUNDING REFUNDING_RELEASED exceeds     wrong       wrong              wrong              wrong       wrong       wrong          RELEASED       REFUNDED
          RELEASED_REFUNDING wrong     wrong    wrong    wrong RELEASED_REFUNDING unknown            unknown            unknown     wrong       wrong              wrong              wrong       RELEASED    RELEASED_OWING unknown        unknown
          REFUNDING          wrong     wrong    wrong    wrong REFUNDING          wrong              wrong              wrong       wrong       wrong              wrong              wrong       REFUNDED    HELD_OWING     unknown        unknown
          REFUNDING_RELEASED wrong     wrong    wrong    wrong REFUNDING_RELEASED wrong              wrong              wrong       wrong       wrong              wrong              wrong       REFUNDED    RELEASED_OWING unknown        unknown
          REFUNDED           wrong     wrong    wrong    wrong wrong              wrong              wrong              wrong       wrong       wrong              wrong              wrong       wrong       wrong          wrong          wrong
          """);

  static Stream<TransitionTable.Cell> table() {
    return TABLE.cells();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void transition(TransitionTable.Cell cell) {
    switch (on(payment(cell.state()), cell.command())) {
      case Transition.Done(var next, var entries, var events) -> {
        assertThat(name(next)).isEqualTo(cell.result());
        assertThat(entries).allSatisfy(entry -> assertThat(entry.at()).isEqualTo(NOW));
        assertThat(events).allSatisfy(event -> assertThat(event.at()).isEqualTo(NOW));
      }
      case Transition.Refused(var why) ->
          assertThat(why.name().toLowerCase(Locale.ROOT))
              .isEqualTo(
                  switch (cell.result()) {
                    case "wrong" -> "wrong_state";
                    case "unknown" -> "outcome_unknown";
                    case "exceeds" -> "refund_exceeds_remaining";
                    case "owed" -> "refund_owed";
                    default -> cell.result();
                  });
    }
  }

  @Test
  void the_table_has_every_state() {
    assertThat(TABLE.states().stream().map(PaymentTransitionsTest::onTheWire).distinct())
        .containsExactlyInAnyOrderElementsOf(leaves(MoneyState.class).toList());
  }

  @Test
  void what_goes_back_when_nobody_says_how_much_is_the_rest_or_what_is_owed_of_it() {
    var whole = charge().whole();

    assertThat(payment("HELD").refundable()).isEqualTo(whole);
    assertThat(payment("HELD_DUE").refundable()).isEqualTo(whole);
    assertThat(payment("HELD_OWING").refundable()).isEqualTo(whole);
    assertThat(payment("HELD_OWING_DUE").refundable().service()).isEqualTo(HALF);
  }

  @Test
  void refunds_are_numbered_and_of_their_booking() {
    var held = payment("HELD");
    var first = (Transition.Done) held.refund(request(HALF), NOW);
    var paid =
        (Transition.Done)
            first.payment().refundPaid(OperationKey.refund(held.charge().booking(), 1), NOW);
    var second = (Transition.Done) paid.payment().refund(request(HALF), NOW);

    assertThat(first.payment().refunds()).isEqualTo(1);
    assertThat(second.payment().refunds()).isEqualTo(2);
    assertThat(second.entries()).allMatch(entry -> entry.key().contains(":refund:2:"));
    assertThat(second.events())
        .allMatch(event -> event.subject().id().equals(held.charge().booking().value()));
    assertThat(held.charge().total()).isEqualTo(Money.of(9_040, "CAD"));
  }

  @Test
  void the_diagram_in_the_documentation_is_drawn_from_the_table() throws IOException {
    GeneratedPage.check(
        "money-life-cycle.md",
        """
        # Where the money of a booking is

        Drawn from the table of `PaymentTransitionsTest`. All that begins with HELD is HELD on the
        wire, and so are RELEASED and REFUNDING. HELD_REFUNDING: a partial refund is under way.
        OWING: a refund has come to nothing, and the client is still owed it. DUE: the rest is the
        provider's, as soon as the client is owed nothing. REFUNDING_RELEASED: the whole goes back
        after it was released.

        ```mermaid
        %s```
        """
            .formatted(TABLE.diagram()));
  }

  private static Transition on(Payment payment, String command) {
    var key = OperationKey.refund(payment.charge().booking(), 1);
    var capture = OperationKey.capture(payment.charge().booking());
    return switch (command) {
      case "RETRY" -> payment.retry(NOW);
      case "CAPTURED" -> payment.captured(capture, new GatewayReference("pay_1"), NOW);
      case "DECLINED" -> payment.declined(FailureCode.CARD_DECLINED, NOW);
      case "WAITS" -> payment.waits(NOW);
      case "UNANSWERED" -> payment.unanswered(NOW);
      case "REFUND_PART" -> payment.refund(request(HALF), NOW);
      case "REFUND_ALL" -> payment.refund(request(Money.of(8_000, "CAD")), NOW);
      case "REFUND_MORE" -> payment.refund(request(Money.of(8_001, "CAD")), NOW);
      case "CANCEL_FREE" -> payment.cancel(Money.of(8_000, "CAD"), FEE, NOW);
      case "CANCEL_LATE" -> payment.cancel(NOTHING, FEE, NOW);
      case "RELEASE" -> payment.release(FEE, NOW);
      case "RELEASE_DUE" -> payment.releaseDue(NOW);
      case "REFUND_PAID" -> payment.refundPaid(key, NOW);
      case "REFUND_FAILED" -> payment.refundFailed(key, FailureCode.REJECTED, NOW);
      case "ELSEWHERE_PART" -> payment.refundedElsewhere(Money.of(4_520, "CAD"), NOW);
      case "ELSEWHERE_ALL" -> payment.refundedElsewhere(payment.rest().total(), NOW);
      default -> throw new IllegalArgumentException(command);
    };
  }

  private static RefundRequest request(Money service) {
    return new RefundRequest(service, NOTHING, Role.PROVIDER, "not as agreed");
  }

  private static Payment payment(String state) {
    var charge = charge();
    var half = charge.refund(charge.nothing(), HALF, NOTHING);
    var money =
        switch (state) {
          case "NONE" -> new MoneyState.None(NOW);
          case "INVOICED" -> new MoneyState.Invoiced(NOW);
          case "AUTHORIZED" -> new MoneyState.Authorized(NOW);
          case "CAPTURING" -> new MoneyState.Capturing(NOW);
          case "HELD", "HELD_DUE", "HELD_OWING", "HELD_OWING_DUE" ->
              new Held(NOW, Optional.empty());
          case "HELD_REFUNDING", "HELD_REFUNDING_DUE" -> new Held(NOW, Optional.of(half));
          case "RELEASING" -> new MoneyState.Releasing(NOW);
          case "RELEASED", "RELEASED_OWING" -> new Released(NOW, Optional.empty());
          case "RELEASED_REFUNDING" -> new Released(NOW, Optional.of(half));
          case "REFUNDING" -> new Refunding(NOW, charge.whole(), Holder.ESCROW);
          case "REFUNDING_RELEASED" -> new Refunding(NOW, charge.whole(), Holder.EARNERS);
          case "REFUNDED" -> new MoneyState.Refunded(NOW);
          default -> throw new IllegalArgumentException(state);
        };
    var owed =
        switch (state) {
          case "HELD_OWING",
              "HELD_OWING_DUE",
              "HELD_REFUNDING",
              "HELD_REFUNDING_DUE",
              "RELEASED_OWING",
              "RELEASED_REFUNDING" ->
              half;
          case "REFUNDING", "REFUNDING_RELEASED" -> charge.whole();
          default -> charge.nothing();
        };
    return new Payment(
        charge,
        money,
        Optional.of(new GatewayReference("pay_1")),
        charge.nothing(),
        owed,
        0,
        false,
        Optional.of(FEE).filter(_ -> state.endsWith("_DUE") || state.contains("RELEASED")),
        Contest.none(charge.nothing()),
        0);
  }

  private static Charge charge() {
    var service = Money.of(8_000, "CAD");
    var hst = new TaxRate(TaxComponent.HST, Rate.percent(13), "hst");
    return new Charge(
        new BookingId(UUID.randomUUID()),
        new UserId(UUID.randomUUID()),
        new ProviderId(UUID.randomUUID()),
        service,
        Tax.on(service, List.of(hst)),
        NOTHING);
  }

  private static String name(Payment payment) {
    var owing = payment.owed().isNothing() ? "" : "_OWING";
    return switch (payment.money()) {
      case Held(_, var refunding) -> {
        var due = payment.releaseUnder().isPresent() ? "_DUE" : "";
        yield "HELD" + refunding.map(_ -> "_REFUNDING").orElse(owing) + due;
      }
      case Released(_, var refunding) ->
          "RELEASED" + refunding.map(_ -> "_REFUNDING").orElse(owing);
      case Refunding(_, _, var from) -> from == Holder.EARNERS ? "REFUNDING_RELEASED" : "REFUNDING";
      case MoneyState other -> name(other.getClass());
    };
  }

  private static String onTheWire(String state) {
    return ON_THE_WIRE.stream().filter(state::startsWith).findFirst().orElse(state);
  }

  private static Stream<String> leaves(Class<?> state) {
    return state.isSealed()
        ? Arrays.stream(state.getPermittedSubclasses()).flatMap(PaymentTransitionsTest::leaves)
        : Stream.of(name(state));
  }

  private static String name(Class<?> state) {
    return state.getSimpleName().toUpperCase(Locale.ROOT);
  }
}
