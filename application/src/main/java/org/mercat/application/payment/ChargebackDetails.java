package org.mercat.application.payment;

import java.util.List;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.Chargebacks.Material;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.shared.Permission;

/** Query: one chargeback with all that is to be known for an answer; for administrators. */
public final class ChargebackDetails {

  public record Query(Caller caller, ChargebackId chargeback) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Chargeback chargeback, List<Material> material) implements Outcome {
      public Found {
        material = List.copyOf(material);
      }
    }

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final Chargebacks chargebacks;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public ChargebackDetails(
      Access access, Chargebacks chargebacks, Disclosures disclosures, UnitOfWork unitOfWork) {
    this.access = access;
    this.chargebacks = chargebacks;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.BOOKING_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            chargebacks
                .find(query.chargeback())
                .<Outcome>map(this::found)
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome.Found found(Chargeback chargeback) {
    disclosures.shown(List.of(BookingEvent.subject(chargeback.booking())));
    return new Outcome.Found(chargeback, chargebacks.materialOf(chargeback.id()));
  }
}
