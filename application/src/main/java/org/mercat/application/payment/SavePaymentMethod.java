package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.Payers;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Card;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.Payer;
import org.mercat.domain.payment.PayerEvent;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Permission;

/**
 * A person lets the gateway keep a card, to pay with it later. The gateway is asked first what card
 * it is, which changes nothing; then for a customer, unless the person is one already; then to keep
 * the card. What is lost on the way is found again, and never done twice.
 */
public final class SavePaymentMethod {

  /**
   * What is asked for.
   *
   * @param method in the words of the gateway, good for once as yet
   */
  public record Command(Caller caller, PaymentMethod method) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The gateway keeps it, or will once its owner has told the bank so. */
    record Taken(SavedMethodId method) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** The gateway does not keep it. */
    record Declined(FailureCode why) implements Outcome {}

    /** There are {@link SavedMethod#MOST} already. */
    record TooMany() implements Outcome {}

    /** The gateway does not answer. */
    record Unavailable() implements Outcome {}
  }

  /** What a person's customer at the gateway lets us do. */
  private sealed interface Decision {
    record Ask(SavedMethodId method) implements Decision {}

    record Refuse(Outcome outcome) implements Decision {}
  }

  private final Access access;
  private final Payers payers;
  private final SavedMethods methods;
  private final PaymentOperations operations;
  private final PayerAccounts accounts;
  private final RunOperations runOperations;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;
  private final InstantSource systemClock;

  public SavePaymentMethod(
      Access access,
      Payers payers,
      SavedMethods methods,
      PaymentOperations operations,
      PayerAccounts accounts,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      InstantSource marketClock,
      InstantSource systemClock) {
    this.access = access;
    this.payers = payers;
    this.methods = methods;
    this.operations = operations;
    this.accounts = accounts;
    this.runOperations = runOperations;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return switch (accounts.card(command.method())) {
      case PaymentGateway.Outcome.Done<Card>(var card, _) ->
          keep(command.caller().user(), command.method(), card);
      case PaymentGateway.Outcome.Declined<Card>(var why) -> new Outcome.Declined(why);
      case PaymentGateway.Outcome.Rejected<Card>(var why, _) -> new Outcome.Declined(why);
      case PaymentGateway.Outcome.Busy<Card> _, PaymentGateway.Outcome.Unknown<Card> _ ->
          new Outcome.Unavailable();
    };
  }

  private Outcome keep(UserId user, PaymentMethod method, Card card) {
    var isCustomer = unitOfWork.run(() -> isCustomer(user));
    if (!isCustomer && run(PayerEvent.subject(user)) instanceof SettleOperation.Outcome.Failed) {
      return new Outcome.Unavailable();
    }
    return switch (unitOfWork.run(() -> decide(user, method, card))) {
      case Decision.Refuse(var outcome) -> outcome;
      case Decision.Ask(var id) -> asked(id);
    };
  }

  /** Stores the intent to open a customer unless there is one, or one is being opened. */
  private boolean isCustomer(UserId user) {
    var payer =
        payers
            .find(user)
            .orElseGet(
                () -> {
                  var first = Payer.asked(user);
                  payers.add(first);
                  return first;
                });
    var latest = operations.latest(PayerEvent.subject(user), Step.OPEN_PAYER);
    if (payer.reference().isEmpty() && latest.filter(PaymentOperation::isOpen).isEmpty()) {
      var key =
          latest.map(failed -> failed.key().next()).orElseGet(() -> OperationKey.openPayer(user));
      operations.add(PaymentOperation.sent(key, new OfPayer.Open(), systemClock.instant()));
    }
    return payer.reference().isPresent();
  }

  private Decision decide(UserId user, PaymentMethod method, Card card) {
    Optional<GatewayReference> customer = payers.find(user).flatMap(Payer::reference);
    if (customer.isEmpty()) {
      return new Decision.Refuse(new Outcome.Unavailable());
    }
    if (methods.live(user).size() >= SavedMethod.MOST) {
      return new Decision.Refuse(new Outcome.TooMany());
    }
    var id = methods.nextId();
    methods.add(SavedMethod.asked(id, user, customer.get(), card, marketClock.instant()));
    operations.add(
        PaymentOperation.sent(
            OperationKey.saveMethod(id),
            new OfPayer.Save(customer.get(), method),
            systemClock.instant()));
    return new Decision.Ask(id);
  }

  private Outcome asked(SavedMethodId id) {
    return switch (run(OperationKey.subject(id))) {
      case SettleOperation.Outcome.Failed(var why) -> new Outcome.Declined(why);
      case SettleOperation.Outcome.Succeeded _,
          SettleOperation.Outcome.Open _,
          SettleOperation.Outcome.UnknownOperation _ ->
          new Outcome.Taken(id);
    };
  }

  private SettleOperation.Outcome run(Subject subject) {
    return runOperations.handle(new RunOperations.Command(subject));
  }
}
