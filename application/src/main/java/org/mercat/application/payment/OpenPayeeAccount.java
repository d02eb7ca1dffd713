package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.PayeeProfiles.Profile;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.OpenPayee;
import org.mercat.domain.shared.Permission;

/** A provider opens the account by which it is paid out, or goes on with the opening. */
public final class OpenPayeeAccount {

  public record Command(Caller caller) {}

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * Where to go on.
     *
     * @param url where the provider finishes the opening; absolute, and secret in itself
     */
    record Link(String url) implements Outcome {}

    /** Only providers are paid out. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}

    /** The gateway does not answer; asking again goes on where this ended. */
    record Unavailable() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final Payees payees;
  private final PaymentOperations operations;
  private final PaymentGateway gateway;
  private final RunOperations runOperations;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public OpenPayeeAccount(
      Access access,
      PayeeProfiles profiles,
      Payees payees,
      PaymentOperations operations,
      PaymentGateway gateway,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.access = access;
    this.profiles = profiles;
    this.payees = payees;
    this.operations = operations;
    this.gateway = gateway;
    this.runOperations = runOperations;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> profiles.of(command.caller().user()).map(this::ask))
        .map(this::link)
        .orElseGet(Outcome.NoProfile::new);
  }

  /**
   * Stores the intent to open an account unless it is open, or being opened; one that has ended is
   * not opened again, but another one in its place.
   */
  private Profile ask(Profile profile) {
    var payee = payees.find(profile.provider());
    if (payee.isEmpty()) {
      payees.add(Payee.asked(profile.provider()));
    }
    var open = payee.flatMap(Payee::account).isPresent();
    var latest = operations.latest(PayeeEvent.subject(profile.provider()), Step.OPEN_PAYEE);
    if (!open && latest.filter(PaymentOperation::isOpen).isEmpty()) {
      var key =
          latest
              .map(failed -> failed.key().next())
              .orElseGet(() -> OperationKey.openPayee(profile.provider()));
      var request = new OpenPayee(profile.businessName(), profile.country(), profile.email());
      operations.add(PaymentOperation.sent(key, request, systemClock.instant()));
    }
    return profile;
  }

  private Outcome link(Profile profile) {
    var subject = PayeeEvent.subject(profile.provider());
    var ran = runOperations.handle(new RunOperations.Command(subject));
    return switch (ran) {
      case SettleOperation.Outcome.Succeeded _, SettleOperation.Outcome.Open _ ->
          account(profile).map(this::link).orElseGet(Outcome.Unavailable::new);
      case SettleOperation.Outcome.Failed _, SettleOperation.Outcome.UnknownOperation _ ->
          new Outcome.Unavailable();
    };
  }

  private Optional<GatewayReference> account(Profile profile) {
    return unitOfWork.run(() -> payees.find(profile.provider()).flatMap(Payee::account));
  }

  private Outcome link(GatewayReference account) {
    return switch (gateway.onboardingLink(account)) {
      case PaymentGateway.Outcome.Done<OnboardingLink>(var link, _) -> new Outcome.Link(link.url());
      case PaymentGateway.Outcome.Declined<OnboardingLink> _,
          PaymentGateway.Outcome.Rejected<OnboardingLink> _,
          PaymentGateway.Outcome.Busy<OnboardingLink> _,
          PaymentGateway.Outcome.Unknown<OnboardingLink> _ ->
          new Outcome.Unavailable();
    };
  }
}
