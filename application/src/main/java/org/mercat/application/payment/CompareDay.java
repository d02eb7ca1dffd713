package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Reconciliations;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;

/**
 * Compares a day of the gateway's books with ours, both ways, and posts the fees that are read
 * there. Days are those of UTC by the system's clock, which is the gateway's, too. Safe to repeat.
 */
public final class CompareDay {

  /** The bank of a payee may send money back for so long. */
  private static final Period PAYOUTS_COME_BACK = Period.ofDays(7);

  public record Query(LocalDate day) {}

  /**
   * What came of it.
   *
   * @param movements how many there were at the gateway
   * @param found what does not agree, whether it was known before or not
   */
  public record Comparison(int movements, List<Discrepancy> found) {
    public Comparison {
      found = List.copyOf(found);
    }
  }

  private final GatewayBooks gatewayBooks;
  private final CompareOperation compareOperation;
  private final CompareDispute compareDispute;
  private final PostGatewayFee postGatewayFee;
  private final PaymentOperations operations;
  private final Reconciliations reconciliations;
  private final SystemEvents systemEvents;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public CompareDay(
      GatewayBooks gatewayBooks,
      CompareOperation compareOperation,
      CompareDispute compareDispute,
      PostGatewayFee postGatewayFee,
      PaymentOperations operations,
      Reconciliations reconciliations,
      SystemEvents systemEvents,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.gatewayBooks = gatewayBooks;
    this.compareOperation = compareOperation;
    this.compareDispute = compareDispute;
    this.postGatewayFee = postGatewayFee;
    this.operations = operations;
    this.reconciliations = reconciliations;
    this.systemEvents = systemEvents;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  /**
   * Compares the day.
   *
   * @throws PortUnavailable if the gateway does not answer
   */
  public Comparison handle(Query query) {
    var day = query.day();
    var from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    var until = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    var seen = new HashSet<Thing>();
    var found = new ArrayList<Discrepancy>();
    var movements = 0;
    var after = Optional.<String>empty();
    do {
      var page = gatewayBooks.movements(from, until, after).required();
      movements += page.movements().size();
      page.movements().forEach(movement -> compared(movement, seen).ifPresent(found::add));
      after = page.next();
    } while (after.isPresent());
    ended(from, until, seen).stream()
        .map(operation -> compareOperation.handle(new CompareOperation.Query.Ended(operation)))
        .flatMap(Optional::stream)
        .forEach(found::add);
    keep(day, until, found);
    return new Comparison(movements, found);
  }

  /** Something at the gateway, and the operation that it is of: it should have made no other. */
  private record Thing(OperationKey key, GatewayReference reference) {}

  /** Several movements of one thing are compared once. */
  private Optional<Discrepancy> compared(Movement movement, Set<Thing> seen) {
    if (movement.kind() == Movement.Kind.DISPUTE) {
      return compareDispute.handle(new CompareDispute.Query(movement));
    }
    boolean _ = postGatewayFee.handle(new PostGatewayFee.Command(movement));
    var thing = movement.key().map(key -> new Thing(key, movement.source()));
    if (thing.isPresent() && !seen.add(thing.get())) {
      return Optional.empty();
    }
    return compareOperation.handle(new CompareOperation.Query.Moved(movement));
  }

  /**
   * What ended well by our records and had no movement on that day, and payouts somewhat longer.
   */
  private List<PaymentOperation> ended(Instant from, Instant until, Set<Thing> seen) {
    var since = from.minus(PAYOUTS_COME_BACK);
    var moved = seen.stream().map(Thing::key).collect(Collectors.toSet());
    return unitOfWork.run(() -> operations.done(since, until)).stream()
        .filter(operation -> !moved.contains(operation.key()))
        .filter(operation -> isOf(operation, from))
        .toList();
  }

  private static boolean isOf(PaymentOperation operation, Instant from) {
    return switch (operation.key().step()) {
      case CAPTURE, REFUND, TRANSFER, REVERSE -> !operation.state().at().isBefore(from);
      case PAY_OUT -> true;
      case OPEN_PAYEE, OPEN_PAYER, SAVE_METHOD, REMOVE_METHOD, FORGET_PAYER -> false;
    };
  }

  private void keep(LocalDate day, Instant until, List<Discrepancy> found) {
    var now = systemClock.instant();
    var news =
        unitOfWork.run(
            () -> {
              if (!now.isBefore(until)) {
                reconciliations.done(day, now);
              }
              return found.stream().filter(each -> reconciliations.add(day, each, now)).toList();
            });
    news.forEach(
        each ->
            systemEvents.report(
                new Event(
                    Level.CRITICAL,
                    "reconciliation",
                    "The gateway's books and ours do not agree.",
                    Map.of("kind", each.kind().name(), "reference", each.reference().value()))));
  }
}
