package org.mercat.application.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.FollowPayment;
import org.mercat.application.booking.LetTimePass;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.QuotePrice;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.payment.AskGateway;
import org.mercat.application.payment.AskPayerAccounts;
import org.mercat.application.payment.FollowBooking;
import org.mercat.application.payment.FollowDispute;
import org.mercat.application.payment.MoneySteps;
import org.mercat.application.payment.ProcessGatewayEvents;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.RecoverOperations;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.ReleasePayout;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SeePayee;
import org.mercat.application.payment.TakeUpRefund;
import org.mercat.application.payment.port.InMemoryBookingParties;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Reactions;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingEvent.BookingPaidTooLate;
import org.mercat.domain.payment.PaymentEvent;

/** The use cases around bookings and their money, on a bad line, and with at most one bug. */
final class SimulatedMarket {

  final ClaimedBookings bookings;
  final UnsteadyGateway gateway;
  final UnsteadyUnits units;

  final PlaceBooking placeBooking;
  final ActOnBooking actOnBooking;
  final LetTimePass letTimePass;
  final RunOperations runOperations;
  final RecoverOperations recoverOperations;
  final RefundBooking refundBooking;
  final ReleasePayout releasePayout;
  final ReceiveGatewayEvent receiveGatewayEvent;
  final ProcessGatewayEvents processGatewayEvents;

  /** Where the simulation goes on between the steps of the use cases. */
  record Surroundings(
      Scheduler scheduler,
      Faults faults,
      Diary diary,
      UnsteadyGateway.Listener listener,
      Runnable afterCommit) {}

  SimulatedMarket(InMemoryAdapters in, Optional<Bug> bug, Surroundings around) {
    var reactions = new Reactions();
    var outbox = new InMemoryEventOutbox(reactions);
    bookings = new ClaimedBookings(in.bookings, is(Bug.FORGETS_TO_FREE_THE_CLAIM, bug));
    units =
        new UnsteadyUnits(
            new InMemoryUnitOfWork(stores(in, outbox, bug)),
            around.scheduler(),
            around.faults(),
            around.afterCommit());
    gateway = onABadLine(in, around);
    Access access = new AccessRules();
    var prices = new QuotePrice(in.offers, in.taxes, in.tariffs, units, in.market);
    placeBooking =
        new PlaceBooking(
            access,
            in.verification,
            bookings,
            in.offers,
            prices,
            in.zones,
            outbox,
            units,
            in.market);
    actOnBooking =
        new ActOnBooking(
            access,
            in.verification,
            bookings,
            in.providerOwners,
            in.moneyUnderWay,
            outbox,
            units,
            in.market);
    letTimePass = new LetTimePass(timed(bug), outbox, units, in.market);
    var money = MoneySteps.of(in, ledger(in, bug), outbox, units);
    var settle = money.settleOperation();
    var asked = BuggyGateway.around(gateway.port(), bug.filter(it -> it != Bug.BELIEVES_EVENTS));
    var askGateway =
        new AskGateway(asked, new AskPayerAccounts(in.gateway.payers(), in.system), in.system);
    runOperations = new RunOperations(in.operations, askGateway, settle, units);
    recoverOperations = new RecoverOperations(due(in, bug), askGateway, settle, units, in.system);
    refundBooking =
        new RefundBooking(
            access,
            new InMemoryBookingParties(bookings, in.providers),
            in.payments,
            money.recordPayment(),
            units,
            in.market);
    releasePayout = new ReleasePayout(access, in.payments, money.recordPayment(), units, in.market);
    receiveGatewayEvent = new ReceiveGatewayEvent(in.inbox, units, in.system);
    processGatewayEvents = processing(in, outbox, money, bug);
    react(reactions, in, outbox, money, bug);
  }

  private UnsteadyGateway onABadLine(InMemoryAdapters in, Surroundings around) {
    return new UnsteadyGateway(
        in.gateway,
        around.scheduler(),
        around.faults(),
        around.diary(),
        in.system,
        units::isOpen,
        around.listener());
  }

  private ProcessGatewayEvents processing(
      InMemoryAdapters in, EventOutbox outbox, MoneySteps money, Optional<Bug> bug) {
    var record = money.recordPayment();
    var asked = BuggyGateway.around(gateway.port(), bug.filter(it -> it == Bug.BELIEVES_EVENTS));
    return new ProcessGatewayEvents(
        in.inbox,
        asked,
        in.gateway.payers(),
        money.settleOperation(),
        new TakeUpRefund(in.payments, in.operations, record, units, in.market, in.system),
        new SeePayee(in.payees, asked, outbox, units, in.market),
        new FollowDispute(in.gateway.disputes(), money.takeUpDispute(), in.systemEvents),
        units,
        in.system);
  }

  private void react(
      Reactions reactions,
      InMemoryAdapters in,
      EventOutbox outbox,
      MoneySteps money,
      Optional<Bug> bug) {
    var followPayment = new FollowPayment(bookings, in.tariffs, in.taxes, outbox, in.market);
    var followBooking =
        new FollowBooking(
            followed(in, bug),
            in.operations,
            in.methods,
            money.recordPayment(),
            in.market,
            in.system);
    reactions.on(PaymentEvent.class, followPayment::handle);
    reactions.on(
        BookingEvent.class,
        event -> {
          if (!(is(Bug.KEEPS_LATE_MONEY, bug) && event instanceof BookingPaidTooLate)) {
            followBooking.handle(event);
          }
        });
  }

  private static Ledger ledger(InMemoryAdapters in, Optional<Bug> bug) {
    return is(Bug.DROPS_A_POSTING, bug) ? new BuggyPorts.DroppingLedger(in.ledger) : in.ledger;
  }

  private static PaymentOperations due(InMemoryAdapters in, Optional<Bug> bug) {
    return is(Bug.NEVER_LOOKS_AGAIN, bug)
        ? new BuggyPorts.ForgetfulOperations(in.operations)
        : in.operations;
  }

  private static Payments followed(InMemoryAdapters in, Optional<Bug> bug) {
    return is(Bug.RELEASES_WHAT_IS_OWED, bug)
        ? new BuggyPorts.CarelessPayments(in.payments)
        : in.payments;
  }

  private Bookings timed(Optional<Bug> bug) {
    return is(Bug.EXPIRES_WHILE_PAYING, bug)
        ? new BuggyPorts.ImpatientBookings(bookings)
        : bookings;
  }

  private Store[] stores(InMemoryAdapters in, InMemoryEventOutbox outbox, Optional<Bug> bug) {
    var stores = new ArrayList<Store>(List.of(outbox, bookings, in.payments, in.operations));
    stores.addAll(List.of(in.earnings, in.payouts, in.plans, in.inbox, in.chargebacks));
    if (!is(Bug.LEDGER_OUTSIDE_THE_UNIT, bug)) {
      stores.add(in.ledger);
    }
    return stores.toArray(Store[]::new);
  }

  private static boolean is(Bug one, Optional<Bug> planted) {
    return planted.filter(it -> it == one).isPresent();
  }
}
