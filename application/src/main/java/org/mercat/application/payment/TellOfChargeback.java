package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.Chargebacks.Material;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.shared.Permission;

/**
 * The provider of a booking tells what may serve as evidence; an administrator answers the bank
 * with it.
 */
public final class TellOfChargeback {

  /** The longest text, in characters. */
  public static final int MOST = 5_000;

  public record Command(Caller caller, BookingId booking, String text) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Told(ChargebackId chargeback) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** There is no chargeback, or the caller is not the provider of the booking. */
    record NotFound() implements Outcome {}

    /** The bank has been answered, or it waits for nothing, or enough has been told. */
    record NotAwaited() implements Outcome {}
  }

  private final Access access;
  private final BookingParties parties;
  private final Chargebacks chargebacks;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public TellOfChargeback(
      Access access,
      BookingParties parties,
      Chargebacks chargebacks,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.parties = parties;
    this.chargebacks = chargebacks;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            parties
                .of(command.booking())
                .filter(party -> access.owns(command.caller(), party.provider()))
                .flatMap(_ -> chargebacks.ofBooking(command.booking()).stream().findFirst())
                .map(chargeback -> tell(chargeback, command.text()))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome tell(Chargeback chargeback, String text) {
    var isAwaited =
        chargeback.claim().status().awaitsEvidence() && chargeback.claim().submissions() == 0;
    return isAwaited
            && chargebacks.addMaterial(chargeback.id(), new Material(text, marketClock.instant()))
        ? new Outcome.Told(chargeback.id())
        : new Outcome.NotAwaited();
  }
}
