package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PayerAccounts.PayerView;
import org.mercat.application.payment.port.PayerAccounts.SetupView;
import org.mercat.application.payment.port.PayerActions.PayerAction;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.SavedMethodId;

/** What every gateway has to keep of payers; implemented by the test of an adapter. */
public interface PayerAccountsContract extends GatewayOnTrial {

  PayerAccounts payers();

  PayerActions actions();

  void act(PayerAction page, boolean succeeds);

  @Test
  default void a_customer_is_opened_once_per_key() {
    var key = anyPayer();

    var first = done(payers().open(key));

    assertThat(first.key()).isEqualTo(key);
    assertThat(payers().open(key)).isEqualTo(new Outcome.Done<>(first, true));
    assertThat(payers().findPayer(key)).isEqualTo(fresh(Optional.of(first)));
    assertThat(payers().findPayer(anyPayer())).isEqualTo(fresh(Optional.empty()));
    assertThat(done(payers().open(anyPayer())).reference()).isNotEqualTo(first.reference());
  }

  @Test
  default void a_card_is_shown_by_what_people_know_of_it() {
    var card = done(payers().card(methods().ok()));

    assertThat(card.brand()).isEqualTo("visa");
    assertThat(card.lastDigits()).hasSize(4);
    assertThat(card.expiryYear()).isGreaterThan(2025);
  }

  @Test
  default void what_the_gateway_does_not_know_is_no_card() {
    assertRejected(payers().card(new PaymentMethod("pm_unheard_of")), FailureCode.INVALID_METHOD);
  }

  @Test
  default void a_card_that_is_kept_pays_as_often_as_its_owner_likes() {
    var payer = opened();
    var setup = done(payers().save(anyMethod(), payer.reference(), methods().ok()));

    assertThat(setup.status()).isEqualTo(Status.SUCCEEDED);
    var kept = kept(payer, setup);
    for (var time = 0; time < 2; time++) {
      assertThat(done(gateway().capture(anyCapture(), PRICE, kept)).status())
          .isEqualTo(Status.SUCCEEDED);
    }
    assertThat(done(payers().card(kept)).brand()).isEqualTo("visa");
  }

  @Test
  default void the_same_key_keeps_a_card_once() {
    var payer = opened();
    var key = anyMethod();
    var first = done(payers().save(key, payer.reference(), methods().ok()));

    assertThat(payers().save(key, payer.reference(), methods().ok()))
        .isEqualTo(new Outcome.Done<>(first, true));
    assertThat(payers().findSetup(key, payer.reference())).isEqualTo(fresh(Optional.of(first)));
    assertThat(payers().setup(first.reference())).isEqualTo(fresh(first));
    assertThat(payers().findSetup(anyMethod(), payer.reference()))
        .isEqualTo(fresh(Optional.empty()));
  }

  @Test
  default void nobody_pays_with_the_card_of_somebody_else() {
    var payer = opened();
    var kept = kept(payer, done(payers().save(anyMethod(), payer.reference(), methods().ok())));
    var stolen = new PaymentMethod(kept.token(), Optional.of(opened().reference()));

    assertThat(gateway().capture(anyCapture(), PRICE, stolen)).isInstanceOf(Outcome.Rejected.class);
    assertThat(gateway().capture(anyCapture(), PRICE, new PaymentMethod(kept.token())))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  default void a_card_that_is_declined_is_not_kept() {
    var payer = opened();
    var key = anyMethod();

    assertThat(payers().save(key, payer.reference(), methods().declined()))
        .isEqualTo(new Outcome.Declined<>(FailureCode.CARD_DECLINED));

    assertThat(done(payers().findSetup(key, payer.reference())).map(SetupView::status))
        .contains(Status.FAILED);
  }

  @Test
  default void a_bank_that_asks_is_answered_on_a_page() {
    var payer = opened();
    var setup = done(payers().save(anyMethod(), payer.reference(), methods().requiresAction()));
    assertThat(setup.status()).isEqualTo(Status.REQUIRES_ACTION);

    act(done(actions().ofSetup(setup.reference())).orElseThrow(), true);

    assertThat(done(payers().setup(setup.reference())).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(done(actions().ofSetup(setup.reference()))).isEmpty();
  }

  @Test
  default void an_owner_who_tells_the_bank_that_it_was_not_he_keeps_nothing() {
    var payer = opened();
    var setup = done(payers().save(anyMethod(), payer.reference(), methods().requiresAction()));

    act(done(actions().ofSetup(setup.reference())).orElseThrow(), false);

    assertThat(done(payers().setup(setup.reference())).status()).isEqualTo(Status.FAILED);
  }

  @Test
  default void what_is_removed_pays_no_more_and_is_removed_once() {
    var payer = opened();
    var kept = kept(payer, done(payers().save(anyMethod(), payer.reference(), methods().ok())));
    var name = new GatewayReference(kept.token());

    assertThat(done(payers().remove(payer.reference(), name))).isEqualTo(name);

    assertThat(done(payers().remove(payer.reference(), name))).isEqualTo(name);
    assertThat(gateway().capture(anyCapture(), PRICE, kept)).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  default void a_customer_that_is_forgotten_takes_all_that_was_kept_with_it() {
    var payer = opened();
    var kept = kept(payer, done(payers().save(anyMethod(), payer.reference(), methods().ok())));

    assertThat(done(payers().forget(payer.reference()))).isEqualTo(payer.reference());

    assertThat(done(payers().forget(payer.reference()))).isEqualTo(payer.reference());
    assertThat(gateway().capture(anyCapture(), PRICE, kept)).isInstanceOf(Outcome.Rejected.class);
  }

  private PayerView opened() {
    return done(payers().open(anyPayer()));
  }

  private static PaymentMethod kept(PayerView payer, SetupView setup) {
    return new PaymentMethod(setup.method().orElseThrow().value(), Optional.of(payer.reference()));
  }

  private static OperationKey anyPayer() {
    return OperationKey.openPayer(new UserId(UUID.randomUUID()));
  }

  private static OperationKey anyMethod() {
    return OperationKey.saveMethod(new SavedMethodId(UUID.randomUUID()));
  }
}
