package org.mercat.application.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.OpenPayeeAccount;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SettleOperation;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.scenario.GatewayWorld.Signer;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/**
 * A market whose stores are in memory and whose money is moved by the adapter of a real gateway: a
 * shop whose bookings are 200.00, 26.00 tax and 10.00 tip, and a client.
 */
public final class MoneyStage {

  /** What a booking costs, in cents. */
  public static final long TOTAL = 23_600;

  /** What the provider gets of it. */
  public static final long SHARE = 20_600;

  static final Stand PAID = new Stand(Phase.CONFIRMED, Whereabouts.HELD);

  private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

  final Trade trade;
  final GatewayWorld world;
  final MoneyTasks tasks;
  final Shop shop;
  final Caller client;
  private final InMemoryAdapters in;
  private final List<BookingId> bookings = new ArrayList<>();
  private int told;

  /**
   * @param trade a market as {@link #market()} makes it
   * @param world at whose gateway a shop is opened
   */
  public MoneyStage(Trade trade, GatewayWorld world) {
    this.trade = trade;
    this.world = world;
    this.in = trade.market.in;
    this.tasks = new MoneyTasks(trade.market, world.gateway());
    this.shop = shop();
    this.client = trade.client();
  }

  /** A market by whose clock of the system a gateway can be set up. */
  public static Trade market() {
    var trade = new Trade();
    trade.market.in.system.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    return trade;
  }

  /** A client books for a day of its own, and nobody has asked the gateway yet. */
  BookingId placed(PaymentMethod method) {
    return placed(Order.of(client, shop).tipped(1_000).paidWith(method));
  }

  /** A client has the time for itself for a while, and pays later. */
  BookingId onHold() {
    return placed(Order.of(client, shop).tipped(1_000));
  }

  private BookingId placed(Order bare) {
    var order = bare.at(Trade.TUESDAY.plus(Duration.ofDays(bookings.size())));
    var outcome = trade.market.placeBooking.handle(order.command());
    bookings.add(Trade.as(PlaceBooking.Outcome.Placed.class, outcome).booking());
    return bookings.getLast();
  }

  BookingId booked(PaymentMethod method) {
    var booking = placed(method);
    run(booking);
    return booking;
  }

  BookingId paid() {
    var booking = booked(world.methods().ok());
    assertThat(trade.stand(booking)).isEqualTo(PAID);
    return booking;
  }

  /** What is released to the provider, who has not been paid out. */
  BookingId earned() {
    var booking = paid();
    act(shop.owner(), booking, new Act.Deliver());
    act(client, booking, new Act.Confirm());
    return booking;
  }

  void act(Caller caller, BookingId booking, Act act) {
    assertThat(trade.tried(caller, booking, act)).isEqualTo(new ActOnBooking.Outcome.Done(booking));
    run(booking);
  }

  /** Stores a refund of a part of the service, in cents; the gateway is not asked yet. */
  RefundBooking.Outcome askRefund(BookingId booking, long minor) {
    return askRefund(booking, Optional.of(Money.of(minor, "CAD")));
  }

  RefundBooking.Outcome askRefund(BookingId booking, Optional<Money> amount) {
    return trade.market.refundBooking.handle(
        new RefundBooking.Command(shop.owner(), booking, amount, "A gesture."));
  }

  void refund(BookingId booking, long minor) {
    assertThat(askRefund(booking, minor)).isEqualTo(new RefundBooking.Outcome.Started(booking));
    run(booking);
  }

  void refundRest(BookingId booking) {
    assertThat(askRefund(booking, Optional.empty()))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    run(booking);
  }

  @CanIgnoreReturnValue
  SettleOperation.Outcome run(BookingId booking) {
    return run(BookingEvent.subject(booking));
  }

  @CanIgnoreReturnValue
  SettleOperation.Outcome run(Subject subject) {
    return tasks.runOperations.handle(new RunOperations.Command(subject));
  }

  /** Asks the gateway for this, and for nothing else of the same subject. */
  void runOnly(OperationKey key) {
    settle(key, tasks.askGateway.handle(operation(key)));
  }

  /** Stores what the gateway has answered. */
  void settle(OperationKey key, PaymentOperation.State answer) {
    assertThat(trade.market.settleOperation.handle(new SettleOperation.Command(key, answer)))
        .isNotInstanceOf(SettleOperation.Outcome.UnknownOperation.class);
  }

  /** Asks the gateway once more for everything of which the lease has run out. */
  @CanIgnoreReturnValue
  int recover() {
    return recoverAfter(PaymentOperation.LEASE);
  }

  @CanIgnoreReturnValue
  int recoverAfter(Duration time) {
    in.system.advance(time);
    return tasks.recoverOperations.handle();
  }

  /** Nothing goes wrong any more, and time goes on; nobody tells anything. */
  void calm() {
    for (var round = 0; round < 12; round++) {
      recoverAfter(Duration.ofMinutes(10));
      var _ = processed();
    }
  }

  @CanIgnoreReturnValue
  int aDayLater() {
    in.market.advance(Duration.ofDays(1));
    return tasks.runPayouts.handle();
  }

  /** Decides what is due tomorrow, and dies before the gateway is asked. */
  Payout decidePayout() {
    in.market.advance(Duration.ofDays(1));
    assertThat(tasks.onlyDecidePayouts.handle()).isEqualTo(1);
    return payout();
  }

  /** The last one. */
  Payout payout() {
    return in.payouts.all().getLast();
  }

  /**
   * What the last payout was to bring reaches the bank; when money was taken back from under it,
   * with the next one.
   */
  void reachTheBank() {
    calm();
    if (payout().state() instanceof Payout.State.Failed(_, var why)) {
      assertThat(why).isEqualTo(FailureCode.BALANCE_INSUFFICIENT);
      assertThat(aDayLater()).isEqualTo(1);
    }
    completePayout(true);
    calm();
  }

  /** The last payout reaches the bank, or comes back from it, and that is told. */
  void completePayout(boolean succeeds) {
    var latest = latest(PayoutEvent.subject(payout().id()), Step.PAY_OUT);
    world.completePayout(reference(latest), succeeds);
    tellAll();
  }

  /** A pending refund reaches the payer, or comes to nothing, and that is told. */
  void completeRefund(BookingId booking, boolean succeeds) {
    var latest = latest(BookingEvent.subject(booking), Step.REFUND);
    world.completeRefund(reference(latest), succeeds);
    tellAll();
  }

  PaymentOperation latest(Subject subject, Step step) {
    return in.operations.latest(subject, step).orElseThrow();
  }

  PaymentOperation operation(OperationKey key) {
    return in.operations.find(key).orElseThrow();
  }

  /** The gateway's name of what an operation has made. */
  static GatewayReference reference(PaymentOperation operation) {
    return operation.state() instanceof PaymentOperation.State.Waiting(_, var reference, _)
        ? reference
        : Trade.as(PaymentOperation.State.Done.class, operation.state()).reference();
  }

  GatewayReference payment(BookingId booking) {
    return reference(operation(OperationKey.capture(booking)));
  }

  /** The bodies of the events that have not been asked for here before, the oldest first. */
  List<String> news() {
    var all = world.events();
    var news = List.copyOf(all.subList(told, all.size()));
    told = all.size();
    return news;
  }

  /** The gateway tells everything that is new, in its order, and it is acted upon. */
  void tellAll() {
    news().forEach(event -> assertThat(tell(event)).isEqualTo(200));
    var _ = processed();
  }

  /** The gateway tells an event; returns the status of the answer. */
  int tell(String event) {
    return tell(event, in.system.instant());
  }

  /** An event that the gateway has signed at that time. */
  int tell(String event, Instant signedAt) {
    var body = event.getBytes(UTF_8);
    return world.post(world.signature(Signer.GATEWAY, body, signedAt), body);
  }

  /** Acts on what was told; returns on how many events. */
  int processed() {
    return tasks.processGatewayEvents.handle();
  }

  Instant now() {
    return in.system.instant();
  }

  /** The gateway is asked for everything that it can be asked for, and all goes well. */
  public void live() {
    var booking = earned();
    assertThat(aDayLater()).isEqualTo(1);
    completePayout(false);
    refund(booking, 5_000);
    calm();
    assertAllIsWell();
  }

  /** What the provider is owed, in cents; below zero what it owes. */
  long payable() {
    return -trade.balance(Account.provider(shop.provider()));
  }

  /** What by our books is in the provider's account at the gateway. */
  long atGateway() {
    return trade.balance(Account.connectBalance(shop.provider()));
  }

  long inTheBank() {
    return in.payouts.all().stream()
        .filter(payout -> payout.state() instanceof Payout.State.Paid)
        .mapToLong(payout -> payout.amount().minor())
        .sum();
  }

  /** What the gateway has moved of that kind for a booking, by its own books. */
  List<Movement> moved(BookingId booking, Movement.Kind kind) {
    return movements().stream()
        .filter(it -> it.kind() == kind)
        .filter(it -> it.key().filter(key -> key.booking().equals(booking)).isPresent())
        .toList();
  }

  /** Where all bookings are, and all lines of the books about them. */
  List<String> picture() {
    var picture = new ArrayList<String>();
    for (var booking : bookings) {
      picture.add(trade.stand(booking).toString());
      in.ledger.linesOf(booking).forEach(line -> picture.add(line.toString()));
    }
    in.payouts.all().forEach(payout -> picture.add(payout.toString()));
    return picture;
  }

  /** Nothing is open, nothing lost, nothing done twice, and both books say the same. */
  void assertAllIsWell() {
    trade.assertBooksBalance();
    assertThat(in.operations.lease(now().plus(Duration.ofDays(30)), 1_000)).isEmpty();
    for (var booking : bookings) {
      assertThat(moved(booking, Movement.Kind.CHARGE)).hasSizeLessThanOrEqualTo(1);
    }
    var balance = movements().stream().mapToLong(it -> it.amount().minor()).sum();
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(balance);
  }

  private List<Movement> movements() {
    var found = new ArrayList<Movement>();
    var next = Optional.<String>empty();
    do {
      var page = world.done(world.books().movements(Instant.EPOCH, NEVER, next));
      page.movements().stream().filter(this::isOurs).forEach(found::add);
      next = page.next();
    } while (next.isPresent());
    return found;
  }

  private boolean isOurs(Movement movement) {
    return movement
        .key()
        .or(movement::payment)
        .filter(key -> bookings.contains(key.booking()))
        .isPresent();
  }

  private Shop shop() {
    var owner = trade.vendor();
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    var outcome = tasks.openPayeeAccount.handle(new OpenPayeeAccount.Command(owner));
    var url = Trade.as(OpenPayeeAccount.Outcome.Link.class, outcome).url();
    world.finishOnboarding(new OnboardingLink(url));
    tellAll();
    trade.verify(provider);
    var listing = trade.listed(owner, Offers.PORTRAIT);
    trade.publish(owner, listing);
    trade.workEveryDay(owner);
    return new Shop(owner, provider, listing);
  }
}
