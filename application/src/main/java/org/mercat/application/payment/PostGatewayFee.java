package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayFee;

/** Posts what the gateway has kept of a movement, as it is read there; safe to repeat. */
public final class PostGatewayFee {

  /** A movement of this tenant. */
  public record Command(Movement movement) {}

  private final Ledger ledger;
  private final PaymentOperations operations;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public PostGatewayFee(
      Ledger ledger,
      PaymentOperations operations,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.ledger = ledger;
    this.operations = operations;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  /**
   * Returns whether there was a fee. That of a movement that nobody here has asked for, as another
   * installation on the same account does, is left to the comparison, and that of a dispute to
   * whoever posts the dispute.
   */
  public boolean handle(Command command) {
    var movement = command.movement();
    if (movement.fee().isZero()
        || movement.kind() == Movement.Kind.DISPUTE
        || movement.about().isEmpty()) {
      return false;
    }
    var about = movement.about().get();
    var fee = new GatewayFee(movement.id(), about.subject(), movement.fee());
    return unitOfWork.run(
        () -> {
          var isOurs = operations.find(about).isPresent();
          if (isOurs) {
            ledger.post(fee.entry(marketClock.instant()));
          }
          return isOurs;
        });
  }
}
