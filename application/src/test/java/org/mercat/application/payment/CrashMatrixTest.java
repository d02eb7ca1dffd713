package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.PAYOUT_FAILS_AFTER_PAID;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.InMemoryPaymentOperations;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.shared.Money;

/**
 * Wherever the process dies around a call of the gateway, another one ends as if nothing had
 * happened: every step of the gateway, killed at five points.
 */
class CrashMatrixTest {

  /** What is decided before the gateway is called. */
  record Decision(Step step, Consumer<Market> decide) {
    @Override
    public String toString() {
      return step.name();
    }
  }

  /** A new step is one more line. */
  private static final List<Decision> DECISIONS =
      List.of(
          new Decision(Step.CAPTURE, Market::book),
          new Decision(Step.REFUND, market -> market.refund(market.booked(OK))),
          new Decision(Step.OPEN_PAYEE, Market::openPayee),
          new Decision(Step.TRANSFER, market -> market.payOut(market.earned(OK))),
          new Decision(Step.PAY_OUT, market -> market.payOut(market.earned(OK))),
          new Decision(Step.REVERSE, market -> market.refund(market.sentBackByTheBank())));

  /** Where the process dies. */
  enum Point {
    NOWHERE {
      @Override
      void pass(Market market, PaymentOperation operation) {
        market.settle(operation, market.ask(operation));
      }
    },
    BEFORE_THE_CALL {
      @Override
      void pass(Market market, PaymentOperation operation) {
        assertThat(operation.isOpen()).isTrue();
      }
    },
    DURING_THE_CALL {
      @Override
      void pass(Market market, PaymentOperation operation) {
        market.trade.market.in.gateway.loseNextRequest();
        assertThat(market.ask(operation)).isInstanceOf(PaymentOperation.State.Unanswered.class);
      }
    },
    AFTER_THE_CALL {
      @Override
      void pass(Market market, PaymentOperation operation) {
        assertThat(market.ask(operation)).isInstanceOf(PaymentOperation.State.Done.class);
      }
    },
    WHILE_STORING {
      @Override
      void pass(Market market, PaymentOperation operation) {
        market.settleAndDie(operation, market.ask(operation));
      }
    },
    AFTER_STORING {
      @Override
      void pass(Market market, PaymentOperation operation) {
        market.settle(operation, market.ask(operation));
      }
    };

    abstract void pass(Market market, PaymentOperation operation);
  }

  static Stream<Arguments> cells() {
    return DECISIONS.stream()
        .flatMap(
            decision ->
                Arrays.stream(Point.values())
                    .filter(point -> point != Point.NOWHERE)
                    .map(point -> Arguments.of(decision, point)));
  }

  @ParameterizedTest(name = "{0} killed {1}")
  @MethodSource("cells")
  void a_crash_changes_nothing_in_the_end(Decision decision, Point point) {
    var undisturbed = new Market().lived(decision, Point.NOWHERE);

    assertThat(new Market().lived(decision, point)).isEqualTo(undisturbed);
  }

  /** The process dies at the end of the unit of work. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final class DyingUnits implements UnitOfWork {
    private final UnitOfWork units;

    private DyingUnits(UnitOfWork units) {
      this.units = units;
    }

    @Override
    public <T> T run(Supplier<T> work) {
      return units.run(
          () -> {
            var lost = work.get();
            assertThat(lost).isNotNull();
            throw new Died();
          });
    }
  }

  /** A market in which operations are only decided, and then run one by one. */
  static final class Market {

    private final Trade trade = new Trade();
    private final Shop shop = trade.shop(Offers.PORTRAIT);
    private final Caller client = trade.client();
    private final List<BookingId> bookings = new ArrayList<>();
    private final RunOperations nobody =
        new RunOperations(
            new InMemoryPaymentOperations(),
            trade.market.askGateway,
            trade.market.settleOperation,
            trade.market.in.unitOfWork);
    private Caller vendor = shop.owner();

    /** Decides, lets the process die once at that point, and another one do the rest. */
    private List<String> lived(Decision decision, Point point) {
      decision.decide.accept(this);
      var passed = false;
      for (var round = 0; round < 12; round++) {
        trade.market.in.system.advance(Duration.ofMinutes(10));
        for (var operation : leased()) {
          if (!passed && operation.key().step() == decision.step) {
            passed = true;
            point.pass(this, operation);
            break;
          }
          settle(operation, ask(operation));
        }
      }
      assertThat(passed).as("%s was never reached", decision).isTrue();
      assertThat(leased()).isEmpty();
      trade.assertBooksBalance();
      return picture();
    }

    private List<PaymentOperation> leased() {
      var in = trade.market.in;
      return in.unitOfWork.run(() -> in.operations.lease(in.system.instant(), 50));
    }

    private PaymentOperation.State ask(PaymentOperation operation) {
      return trade.market.askGateway.handle(operation);
    }

    private void settle(PaymentOperation operation, PaymentOperation.State answer) {
      var command = new SettleOperation.Command(operation.key(), answer);
      assertThat(trade.market.settleOperation.handle(command))
          .isNotInstanceOf(SettleOperation.Outcome.UnknownOperation.class);
    }

    private void settleAndDie(PaymentOperation operation, PaymentOperation.State answer) {
      var in = trade.market.in;
      var dying = MoneySteps.of(in, in.ledger, in.outbox, new DyingUnits(in.unitOfWork));
      var command = new SettleOperation.Command(operation.key(), answer);
      try {
        throw new AssertionError(dying.settleOperation().handle(command));
      } catch (Died died) {
        assertThat(in.operations.find(operation.key())).contains(operation);
      }
    }

    private void book() {
      var command = Order.of(client, shop).tipped(1_000).paidWith(OK).command();
      var outcome = trade.market.placeBooking.handle(command);
      bookings.add(Trade.as(PlaceBooking.Outcome.Placed.class, outcome).booking());
    }

    private BookingId booked(PaymentMethod method) {
      bookings.add(trade.booked(client, shop, method));
      return bookings.getLast();
    }

    private BookingId earned(PaymentMethod method) {
      trade.deliverAndConfirm(shop, client, booked(method));
      assertThat(trade.market.runPayouts.handle()).isZero();
      return bookings.getLast();
    }

    /** The money of the booking is in the provider's account at the gateway again. */
    private BookingId sentBackByTheBank() {
      var booking = earned(PAYOUT_FAILS_AFTER_PAID);
      trade.market.in.market.advance(Duration.ofDays(1));
      assertThat(trade.market.runPayouts.handle()).isEqualTo(1);
      var paid = Trade.as(Payout.State.Paid.class, payout().state());
      trade.told(Kind.PAYOUT_CHANGED, paid.reference());
      return booking;
    }

    private void refund(BookingId booking) {
      var part = Optional.of(Money.of(5_000, "CAD"));
      assertThat(
              trade.market.refundBooking.handle(
                  new RefundBooking.Command(shop.owner(), booking, part, "A gesture.")))
          .isEqualTo(new RefundBooking.Outcome.Started(booking));
    }

    private void payOut(BookingId booking) {
      var in = trade.market.in;
      in.market.advance(Duration.ofDays(1));
      var decide = MoneySteps.of(in, in.ledger, in.outbox, in.unitOfWork).decidePayouts();
      var payouts = new RunPayouts(in.plans, in.payouts, decide, nobody, in.unitOfWork, in.market);
      assertThat(payouts.handle()).as("a payout of %s", booking).isEqualTo(1);
    }

    private void openPayee() {
      var in = trade.market.in;
      vendor = trade.vendor();
      var provider = trade.provider(vendor, Offers.IN_QUEBEC);
      var open =
          new OpenPayeeAccount(
              new AccessRules(),
              in.payeeProfiles,
              in.payees,
              in.operations,
              in.gateway,
              nobody,
              in.unitOfWork,
              in.system);
      assertThat(open.handle(new OpenPayeeAccount.Command(vendor)))
          .as("an account of %s", provider)
          .isEqualTo(new OpenPayeeAccount.Outcome.Unavailable());
    }

    private Payout payout() {
      return trade.market.in.payouts.all().getLast();
    }

    /** All that is to be the same, without names and times. */
    private List<String> picture() {
      var in = trade.market.in;
      var picture = new ArrayList<String>();
      for (var booking : bookings) {
        picture.add(trade.stand(booking).toString());
        in.ledger
            .linesOf(booking)
            .forEach(line -> picture.add(line.kind() + " " + line.account() + line.amount()));
        var key = OperationKey.capture(booking);
        picture.add(in.gateway.findPayment(key) instanceof Outcome.Done<?>(var v, _) ? "" + v : "");
      }
      in.payouts.all().forEach(payout -> picture.add(payout.amount() + " " + payout.state()));
      picture.add(in.ledger.audit().transactions() + " entries");
      picture.add(in.gateway.charges() + " charges");
      var account = in.payees.find(in.providers.ofOwner(vendor.user()).orElseThrow().id());
      picture.add(in.gateway.balance(reference(account.flatMap(Payee::reference)), "CAD") + "");
      return picture.stream().map(CrashMatrixTest::nameless).sorted().toList();
    }

    private static GatewayReference reference(Optional<GatewayReference> account) {
      return account.orElseThrow(() -> new AssertionError("no account at the gateway"));
    }
  }

  private static String nameless(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
        .replaceAll("at=[^,\\]]+", "at");
  }
}
