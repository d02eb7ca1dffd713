package org.mercat.application.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.booking.port.InMemoryBookingReadModel.MoneyOf;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.AwaitingPayment;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.MoneyState.Held;
import org.mercat.domain.payment.MoneyState.Released;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;

/** What has to hold after every commit, and what has to hold when all is quiet (PAYMENTS 4). */
final class Truth {

  /** The pairs that can be, without manual money (FEATURES 2.1). */
  private static final Map<Phase, Set<Whereabouts>> PAIRS =
      Map.of(
          Phase.AWAITING_PAYMENT, EnumSet.of(Whereabouts.NONE, Whereabouts.CAPTURING),
          Phase.CONFIRMED, EnumSet.of(Whereabouts.HELD),
          Phase.IN_PROGRESS, EnumSet.of(Whereabouts.HELD),
          Phase.DELIVERED, EnumSet.of(Whereabouts.HELD),
          Phase.COMPLETED,
              EnumSet.of(
                  Whereabouts.HELD,
                  Whereabouts.RELEASED,
                  Whereabouts.REFUNDING,
                  Whereabouts.REFUNDED),
          Phase.CANCELLED,
              EnumSet.of(
                  Whereabouts.NONE,
                  Whereabouts.HELD,
                  Whereabouts.RELEASED,
                  Whereabouts.REFUNDING,
                  Whereabouts.REFUNDED),
          Phase.EXPIRED,
              EnumSet.of(
                  Whereabouts.NONE, Whereabouts.HELD, Whereabouts.REFUNDING, Whereabouts.REFUNDED));

  private final InMemoryAdapters in;
  private final SimulatedMarket market;
  private final Map<BookingId, Payment> before = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  Truth(InMemoryAdapters in, SimulatedMarket market) {
    this.in = in;
    this.market = market;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What the gateway has taken. */
  List<PaymentView> payments() {
    return market.bookings.ids().stream().flatMap(id -> taken(id).stream()).toList();
  }

  /** Where a booking and its money are. */
  String stand(BookingId id) {
    var phase = market.bookings.find(id).map(it -> Phase.of(it.lifecycle()));
    var money = in.payments.find(id).map(it -> MoneyOf.of(it).money());
    return "%s ends %s x %s".formatted(People.name(id), phase, money);
  }

  void afterCommit() {
    for (var id : market.bookings.ids()) {
      market.bookings.find(id).ifPresent(this::pair);
      require(
          market.bookings.isClaimed(id)
              == market.bookings.find(id).filter(Booking::claimsTime).isPresent(),
          id,
          "a time is claimed by who is over, or not by who is not");
      in.payments.find(id).ifPresent(this::change);
    }
  }

  private void pair(Booking booking) {
    var phase = Phase.of(booking.lifecycle());
    var money = in.payments.find(booking.id()).map(it -> MoneyOf.of(it).money());
    var where = money.orElse(Whereabouts.NONE);
    require(
        PAIRS.getOrDefault(phase, Set.of()).contains(where),
        booking.id(),
        "no such pair: " + phase + " x " + where);
    if (booking.lifecycle() instanceof AwaitingPayment(_, _, var paying)) {
      require(
          paying == (where == Whereabouts.CAPTURING), booking.id(), "paying, and not capturing");
    }
  }

  private void change(Payment now) {
    var id = now.charge().booking();
    var earlier = before.put(id, now);
    var released =
        earlier != null && earlier.money() instanceof Held && now.money() instanceof Released;
    require(
        !released || (now.owed().isNothing() && paidSince(earlier, now)),
        id,
        "released what the client is owed");
  }

  /** What was owed before has been paid, and is not forgotten. */
  private static boolean paidSince(Payment earlier, Payment now) {
    var paid = now.refunded().minus(earlier.refunded()).total();
    return paid.compareTo(earlier.owed().total()) >= 0;
  }

  /** After all faults have ended and time has done its work. */
  void whenQuiet() {
    var ids = market.bookings.ids();
    ids.forEach(this::nothingUnderWay);
    ids.forEach(this::conserved);
    ids.forEach(this::settled);
    for (var key : market.gateway.asked()) {
      require(in.operations.find(key).isPresent(), key.booking(), "unknown to us: " + key.text());
    }
    problems.addAll(in.ledger.audit().problems());
  }

  private void nothingUnderWay(BookingId id) {
    for (var step : List.of(Step.CAPTURE, Step.REFUND)) {
      var open = in.operations.latest(BookingEvent.subject(id), step);
      require(open.filter(PaymentOperation::isOpen).isEmpty(), id, "undecided: " + open);
    }
    var sent = in.operations.sent(BookingEvent.subject(id));
    require(sent.isEmpty(), id, "sent, and never answered: " + sent);
    var unknown = in.payments.find(id).filter(Payment::outcomeUnknown);
    require(unknown.isEmpty(), id, "its outcome is still unknown");
  }

  /** The books say what the gateway has done, and what we think of the payment. */
  private void conserved(BookingId id) {
    var taken = taken(id);
    var lines = in.ledger.linesOf(id);
    var captured = sum(taken.stream().map(it -> it.amount().minor()).toList());
    var refunded = sum(taken.stream().map(it -> it.refunded().minor()).toList());
    same(id, "clearing", captured - refunded, balance(lines, Account.GATEWAY_CLEARING));
    same(id, "refunds payable", 0, balance(lines, Account.REFUNDS_PAYABLE));
    same(id, "captures", taken.size(), entries(lines, Kind.CAPTURE));
    same(id, "paid refunds", paid(id).count(), entries(lines, Kind.REFUND_PAID));
    var asked = paid(id).filter(it -> taken.stream().noneMatch(of -> it.equals(of.reference())));
    var ours = asked.toList();
    same(id, "refunds at the gateway", ours.size(), ours.stream().distinct().count());
    require(taken.size() <= 1, id, "charged more than once");
    require(entries(lines, Kind.RELEASE) <= 1, id, "released more than once");
    for (var escrow : accounts(lines).entrySet()) {
      require(!isEscrow(escrow.getKey()) || escrow.getValue() <= 0, id, "overdrawn: " + escrow);
    }
    in.payments.find(id).ifPresent(payment -> agreed(payment, captured, refunded, lines));
    require(lines.isEmpty() || in.payments.find(id).isPresent(), id, "posted without a payment");
  }

  private void agreed(Payment payment, long captured, long refunded, List<PostedLine> lines) {
    var id = payment.charge().booking();
    if (captured == 0) {
      require(payment.reference().isEmpty(), id, "captured, and not at the gateway");
      return;
    }
    same(id, "charge", payment.charge().total().minor(), captured);
    same(id, "refunded", payment.refunded().total().minor(), refunded);
    var accounts = accounts(lines);
    var held =
        -accounts.entrySet().stream()
            .filter(it -> isEscrow(it.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    var released = payment.money() instanceof Released;
    var rest = payment.rest();
    same(id, "held", released ? 0 : rest.total().minor(), held);
    same(id, "held, earned and refunded", captured, held + refunded + earned(accounts));
    var fee =
        released ? payment.releaseUnder().orElseThrow().on(rest.service()).amount().minor() : 0;
    fee += released ? rest.customerFee().minor() : 0;
    same(id, "fee", -fee, accounts.getOrDefault(Account.PLATFORM_REVENUE, 0L));
  }

  private static long earned(Map<Account, Long> accounts) {
    return -accounts.entrySet().stream()
        .filter(it -> !isEscrow(it.getKey()))
        .filter(it -> !it.getKey().equals(Account.GATEWAY_CLEARING))
        .filter(it -> !it.getKey().equals(Account.REFUNDS_PAYABLE))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Everything that can go on by itself has gone on; only a failed refund waits for somebody. */
  private void settled(BookingId id) {
    var booking = market.bookings.find(id);
    var payment = in.payments.find(id);
    if (booking.isEmpty()) {
      require(payment.isEmpty(), id, "money without a booking");
      return;
    }
    var phase = Phase.of(booking.get().lifecycle());
    require(phase != Phase.AWAITING_PAYMENT && phase != Phase.DELIVERED, id, "left " + phase);
    if (payment.isEmpty()) {
      return;
    }
    var money = MoneyOf.of(payment.get()).money();
    var owed = !payment.get().owed().isNothing();
    var over = phase == Phase.COMPLETED || phase == Phase.CANCELLED || phase == Phase.EXPIRED;
    require(!over || money != Whereabouts.HELD || owed, id, "over, and its money still held");
    var failed = refunds(id).anyMatch(refund -> refund.state() instanceof State.Failed);
    require(!owed || failed, id, "owed, and no refund has failed");
  }

  private List<PaymentView> taken(BookingId id) {
    return asked(id, Step.CAPTURE)
        .map(key -> in.gateway.findPayment(key))
        .flatMap(Truth::found)
        .filter(it -> it.status() == Status.SUCCEEDED)
        .toList();
  }

  /** What refunds that have reached the client are called; those by hand like their payment. */
  private Stream<GatewayReference> paid(BookingId id) {
    return refunds(id)
        .map(PaymentOperation::state)
        .filter(State.Done.class::isInstance)
        .map(state -> ((State.Done) state).reference());
  }

  private Stream<PaymentOperation> refunds(BookingId id) {
    return IntStream.rangeClosed(1, in.payments.find(id).map(Payment::refunds).orElse(0))
        .mapToObj(number -> in.operations.find(OperationKey.refund(id, number)))
        .flatMap(Optional::stream);
  }

  private Stream<OperationKey> asked(BookingId id, Step step) {
    return market.gateway.asked().stream()
        .filter(key -> key.step() == step && key.booking().equals(id));
  }

  private static <V> Stream<V> found(Outcome<Optional<V>> outcome) {
    return outcome instanceof Outcome.Done<Optional<V>>(var view, _)
        ? view.stream()
        : Stream.empty();
  }

  private static Map<Account, Long> accounts(List<PostedLine> lines) {
    return lines.stream()
        .collect(groupingBy(PostedLine::account, summingLong(line -> line.amount().minor())));
  }

  private static long balance(List<PostedLine> lines, Account account) {
    return accounts(lines).getOrDefault(account, 0L);
  }

  private static long entries(List<PostedLine> lines, Kind kind) {
    return lines.stream()
        .filter(line -> line.kind() == kind)
        .map(PostedLine::transaction)
        .distinct()
        .count();
  }

  private static boolean isEscrow(Account account) {
    return account.name().startsWith("escrow:");
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  private void same(BookingId id, String what, long expected, long found) {
    require(expected == found, id, what + ": " + expected + " expected, " + found + " found");
  }

  private void require(boolean holds, BookingId id, String otherwise) {
    if (!holds) {
      problems.add(People.name(id) + ": " + otherwise);
    }
  }
}
