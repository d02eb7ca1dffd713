package org.mercat.application.payment;

import java.util.List;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.Chargebacks.Material;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.shared.Permission;

/** Query: the last chargeback of a booking, and what its provider has told; for the provider. */
public final class ChargebackOfBooking {

  public record Query(Caller caller, BookingId booking) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Chargeback chargeback, List<Material> material) implements Outcome {
      public Found {
        material = List.copyOf(material);
      }
    }

    record Forbidden() implements Outcome {}

    /** There is none, or the caller is not the provider of the booking. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final BookingParties parties;
  private final Chargebacks chargebacks;
  private final UnitOfWork unitOfWork;

  public ChargebackOfBooking(
      Access access, BookingParties parties, Chargebacks chargebacks, UnitOfWork unitOfWork) {
    this.access = access;
    this.parties = parties;
    this.chargebacks = chargebacks;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            parties
                .of(query.booking())
                .filter(party -> access.owns(query.caller(), party.provider()))
                .flatMap(_ -> chargebacks.ofBooking(query.booking()).stream().findFirst())
                .<Outcome>map(it -> new Outcome.Found(it, chargebacks.materialOf(it.id())))
                .orElseGet(Outcome.NotFound::new));
  }
}
