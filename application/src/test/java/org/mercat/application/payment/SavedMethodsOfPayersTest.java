package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.DECLINED;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REQUIRES_ACTION;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.SavePaymentMethod.Outcome;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.InMemoryPayerAccounts;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.Standing.Closed;
import org.mercat.domain.identity.UserAccount.Transition;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PayerEvent.MethodSaved;
import org.mercat.domain.payment.PayerEvent.PayerOpened;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;

/** A person lets the gateway keep cards, pays with them, and takes them away again. */
class SavedMethodsOfPayersTest {

  private static final Duration PATIENCE = PaymentOperation.LEASE.plusSeconds(1);

  private final Trade trade = new Trade();
  private final InMemoryPayerAccounts accounts = trade.market.in.gateway.payers();
  private final Caller client = trade.client();

  @Test
  void a_person_is_one_customer_of_the_gateway_however_many_cards_are_kept() {
    var first = saved(client, OK);
    var second = saved(client, OK);

    assertThat(accounts.payers()).isEqualTo(1);
    assertThat(events(PayerOpened.class)).hasSize(1);
    assertThat(events(MethodSaved.class)).hasSize(2);
    assertThat(method(first).preferred()).isTrue();
    assertThat(method(second).preferred()).isFalse();
  }

  @Test
  void a_lost_answer_opens_no_second_customer_and_keeps_no_second_card() {
    accounts.loseNextAnswer();
    assertThat(save(client, OK)).isEqualTo(new Outcome.Unavailable());
    trade.market.in.system.advance(PATIENCE);
    assertThat(trade.market.recoverOperations.handle()).isEqualTo(1);

    var _ = saved(client, OK);

    assertThat(accounts.payers()).isEqualTo(1);
    assertThat(accounts.kept()).isEqualTo(1);
  }

  @Test
  void a_booking_is_paid_with_a_saved_method_by_its_id() {
    var method = saved(client, OK);

    var booking = bookedWith(client, method);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CONFIRMED, Whereabouts.HELD));
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);
  }

  @Test
  void nobody_pays_with_the_method_of_somebody_else() {
    var theirs = saved(trade.client(), OK);

    var booking = bookedWith(client, theirs);

    assertThat(trade.market.in.gateway.charges()).isZero();
    assertThat(failureOf(booking)).isEqualTo(FailureCode.INVALID_METHOD);
  }

  @Test
  void nobody_pays_with_what_was_taken_away_and_the_gateway_keeps_it_no_longer() {
    var method = saved(client, OK);

    assertThat(remove(client, method)).isEqualTo(new RemovePaymentMethod.Outcome.Removed());

    assertThat(accounts.kept()).isZero();
    assertThat(failureOf(bookedWith(client, method))).isEqualTo(FailureCode.INVALID_METHOD);
    assertThat(remove(client, method)).isEqualTo(new RemovePaymentMethod.Outcome.NotFound());
  }

  @Test
  void a_gateway_that_has_not_heard_of_a_removal_is_told_again() {
    var method = saved(client, OK);
    accounts.loseNextRequest();
    assertThat(remove(client, method)).isEqualTo(new RemovePaymentMethod.Outcome.Removed());
    assertThat(accounts.kept()).isEqualTo(1);

    trade.market.in.system.advance(PATIENCE);
    assertThat(trade.market.recoverOperations.handle()).isEqualTo(1);

    assertThat(accounts.kept()).isZero();
  }

  @Test
  void a_card_that_is_declined_is_not_kept() {
    assertThat(save(client, DECLINED)).isEqualTo(new Outcome.Declined(FailureCode.CARD_DECLINED));
    assertThat(save(client, new PaymentMethod("pm_unheard_of")))
        .isEqualTo(new Outcome.Declined(FailureCode.INVALID_METHOD));

    assertThat(listed(client)).isEmpty();
  }

  @Test
  void a_bank_that_asks_is_answered_before_anything_is_kept() {
    var method = saved(client, REQUIRES_ACTION);
    assertThat(method(method).usable()).isEmpty();
    assertThat(prefer(client, method)).isEqualTo(new PreferPaymentMethod.Outcome.NotSaved());

    answered(method, true);

    assertThat(method(method).usable()).isPresent();
    assertThat(method(method).preferred()).isTrue();
  }

  @Test
  void what_is_taken_away_before_the_bank_agrees_is_not_kept_after_it() {
    var method = saved(client, REQUIRES_ACTION);
    var setup = setup(method);
    assertThat(remove(client, method)).isEqualTo(new RemovePaymentMethod.Outcome.Removed());

    accounts.completeSetup(setup, true);
    trade.told(Kind.METHOD_CHANGED, setup);
    trade.market.in.system.advance(PATIENCE);
    assertThat(trade.market.recoverOperations.handle()).isPositive();

    assertThat(accounts.kept()).isZero();
    assertThat(listed(client)).isEmpty();
  }

  @Test
  void another_method_is_preferred_from_now_on() {
    var first = saved(client, OK);
    var second = saved(client, OK);

    assertThat(prefer(client, second)).isInstanceOf(PreferPaymentMethod.Outcome.Preferred.class);

    assertThat(method(first).preferred()).isFalse();
    assertThat(method(second).preferred()).isTrue();
    assertThat(prefer(trade.client(), second))
        .isEqualTo(new PreferPaymentMethod.Outcome.NotFound());
  }

  @Test
  void a_person_has_twenty_at_the_most() {
    IntStream.range(0, SavedMethod.MOST).forEach(_ -> assertThat(saved(client, OK)).isNotNull());

    assertThat(save(client, OK)).isEqualTo(new Outcome.TooMany());
  }

  @Test
  void what_is_saved_is_its_owners_alone() {
    var method = saved(client, OK);
    var stranger = trade.client();
    var denied = new Caller(client.user(), client.roles(), Set.of());

    assertThat(listed(stranger)).isEmpty();
    assertThat(remove(stranger, method)).isEqualTo(new RemovePaymentMethod.Outcome.NotFound());
    assertThat(remove(trade.admin(), method)).isEqualTo(new RemovePaymentMethod.Outcome.NotFound());
    assertThat(save(denied, OK)).isEqualTo(new Outcome.Forbidden());
    assertThat(remove(denied, method)).isEqualTo(new RemovePaymentMethod.Outcome.Forbidden());
    assertThat(prefer(denied, method)).isEqualTo(new PreferPaymentMethod.Outcome.Forbidden());
  }

  @Test
  void who_has_closed_his_account_is_forgotten_when_he_cannot_have_it_back() {
    var method = saved(client, OK);
    var in = trade.market.in;
    var forget =
        new ForgetPayers(
            in.payers,
            in.methods,
            in.operations,
            in.outbox,
            in.unitOfWork,
            in.market,
            in.system,
            Closed.RECOVERABLE);
    var account = in.users.find(client.user()).orElseThrow();
    in.users.update(Trade.as(Transition.Done.class, account.close(in.market.instant())).account());
    assertThat(forget.handle()).isZero();

    in.market.advance(Closed.RECOVERABLE);
    assertThat(forget.handle()).isEqualTo(1);
    assertThat(forget.handle()).isZero();
    in.system.advance(PATIENCE);
    assertThat(trade.market.recoverOperations.handle()).isPositive();

    assertThat(method(method).isLive()).isFalse();
    assertThat(accounts.kept()).isZero();
    assertThat(accounts.payers()).isZero();
  }

  private SavedMethodId saved(Caller caller, PaymentMethod method) {
    return Trade.as(Outcome.Taken.class, save(caller, method)).method();
  }

  private Outcome save(Caller caller, PaymentMethod method) {
    return trade.market.savedMethods.save.handle(new SavePaymentMethod.Command(caller, method));
  }

  private RemovePaymentMethod.Outcome remove(Caller caller, SavedMethodId method) {
    return trade.market.savedMethods.remove.handle(new RemovePaymentMethod.Command(caller, method));
  }

  private PreferPaymentMethod.Outcome prefer(Caller caller, SavedMethodId method) {
    return trade.market.savedMethods.prefer.handle(new PreferPaymentMethod.Command(caller, method));
  }

  private List<SavedMethod> listed(Caller caller) {
    return trade.market.in.unitOfWork.run(() -> trade.market.in.methods.live(caller.user()));
  }

  private SavedMethod method(SavedMethodId id) {
    return trade.market.in.methods.find(id).orElseThrow();
  }

  private GatewayReference setup(SavedMethodId id) {
    return Trade.as(
            State.Waiting.class,
            trade.market.in.operations.find(OperationKey.saveMethod(id)).orElseThrow().state())
        .reference();
  }

  private void answered(SavedMethodId method, boolean succeeds) {
    var setup = setup(method);
    accounts.completeSetup(setup, succeeds);
    trade.told(Kind.METHOD_CHANGED, setup);
  }

  private BookingId bookedWith(Caller caller, SavedMethodId method) {
    var shop = trade.shop(Offers.PORTRAIT);
    return trade.booked(caller, shop, new PaymentMethod(method.value().toString()));
  }

  private FailureCode failureOf(BookingId booking) {
    var capture = trade.market.in.operations.find(OperationKey.capture(booking)).orElseThrow();
    return Trade.as(State.Failed.class, capture.state()).why();
  }

  private <E> List<E> events(Class<E> kind) {
    return trade.market.in.outbox.events().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
