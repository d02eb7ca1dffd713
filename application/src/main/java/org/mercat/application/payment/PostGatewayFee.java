package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayFee;

/** Posts what the gateway has kept of a movement, as it is read there; safe to repeat. */
public final class PostGatewayFee {

  /** A movement that somebody here has asked for. */
  public record Command(Movement movement) {}

  private final Ledger ledger;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public PostGatewayFee(Ledger ledger, UnitOfWork unitOfWork, InstantSource marketClock) {
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  /** Returns whether there was a fee. */
  public boolean handle(Command command) {
    var movement = command.movement();
    if (movement.fee().isZero()) {
      return false;
    }
    var booking = movement.key().orElseThrow().booking();
    var fee = new GatewayFee(movement.id(), booking, movement.fee());
    return unitOfWork.run(
        () -> {
          ledger.post(fee.entry(marketClock.instant()));
          return true;
        });
  }
}
