package org.mercat.application.payment;

import java.util.Map;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayDisputes.DisputeView;
import org.mercat.application.payment.port.GatewayDisputes.FraudWarning;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;

/**
 * Reads again at the gateway what an event has hinted at, and acts on it. Whoever runs the market
 * is told of what a bank contests, and of what it only warns of.
 */
public final class FollowDispute {

  private static final String SOURCE = "chargeback";

  /** What is to be read. */
  public sealed interface Command {
    record Dispute(GatewayReference reference) implements Command {}

    record Warning(GatewayReference reference) implements Command {}

    /** A dispute that has just been read. */
    record Read(DisputeView dispute) implements Command {}
  }

  /** What came of it. */
  public enum Outcome {
    DONE,
    /** The gateway does not answer, or our books do not know the payment yet. */
    LATER
  }

  private final GatewayDisputes disputes;
  private final TakeUpDispute takeUpDispute;
  private final SystemEvents systemEvents;

  public FollowDispute(
      GatewayDisputes disputes, TakeUpDispute takeUpDispute, SystemEvents systemEvents) {
    this.disputes = disputes;
    this.takeUpDispute = takeUpDispute;
    this.systemEvents = systemEvents;
  }

  public Outcome handle(Command command) {
    return switch (command) {
      case Command.Dispute(var reference) -> read(reference);
      case Command.Read(var dispute) -> takeUp(dispute);
      case Command.Warning(var reference) -> warned(reference);
    };
  }

  private Outcome read(GatewayReference reference) {
    return switch (disputes.dispute(reference)) {
      case PaymentGateway.Outcome.Done<DisputeView>(var dispute, _) -> takeUp(dispute);
      case PaymentGateway.Outcome.Rejected<DisputeView>(var why, _) -> refused(why);
      case PaymentGateway.Outcome.Declined<DisputeView> _,
          PaymentGateway.Outcome.Busy<DisputeView> _,
          PaymentGateway.Outcome.Unknown<DisputeView> _ ->
          Outcome.LATER;
    };
  }

  private Outcome takeUp(DisputeView dispute) {
    return switch (takeUpDispute.handle(new TakeUpDispute.Command(dispute))) {
      case FOUND -> {
        tell("A payer's bank contests a payment.", dispute.key().booking().value().toString());
        yield Outcome.DONE;
      }
      case FOLLOWED -> Outcome.DONE;
      case LATER -> Outcome.LATER;
    };
  }

  private Outcome warned(GatewayReference reference) {
    return switch (disputes.fraudWarning(reference)) {
      case PaymentGateway.Outcome.Done<FraudWarning>(var warning, _) -> {
        tell("A payer's bank warns of fraud.", warning.key().booking().value().toString());
        yield Outcome.DONE;
      }
      case PaymentGateway.Outcome.Rejected<FraudWarning>(var why, _) -> refused(why);
      case PaymentGateway.Outcome.Declined<FraudWarning> _,
          PaymentGateway.Outcome.Busy<FraudWarning> _,
          PaymentGateway.Outcome.Unknown<FraudWarning> _ ->
          Outcome.LATER;
    };
  }

  /** What is not of this market will never be. */
  private static Outcome refused(FailureCode why) {
    return why == FailureCode.NOT_FOUND ? Outcome.DONE : Outcome.LATER;
  }

  private void tell(String what, String booking) {
    systemEvents.report(new Event(Level.WARNING, SOURCE, what, Map.of("booking", booking)));
  }
}
