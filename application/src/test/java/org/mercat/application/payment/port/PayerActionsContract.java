package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PayerActions.PayerAction;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentMethod;

/** What every gateway has to do for payers who must act; implemented by the test of an adapter. */
public interface PayerActionsContract extends GatewayOnTrial {

  PayerActions actions();

  /** The payer does on the page what is needed, or gives up. */
  void act(PayerAction page, boolean succeeds);

  @Test
  default void a_payer_who_must_act_is_told_where() {
    var payment = asked(methods().requiresAction());

    var page = done(actions().of(payment.reference())).orElseThrow();
    act(page, true);

    assertThat(page.url()).contains("://");
    assertThat(statusOf(payment.reference())).isEqualTo(Status.SUCCEEDED);
    assertThat(done(actions().of(payment.reference()))).isEmpty();
  }

  @Test
  default void a_payer_who_gives_up_has_nothing_more_to_do() {
    var payment = asked(methods().requiresAction());

    act(done(actions().of(payment.reference())).orElseThrow(), false);

    assertThat(statusOf(payment.reference())).isEqualTo(Status.FAILED);
    assertThat(done(actions().of(payment.reference()))).isEmpty();
  }

  @Test
  default void a_payment_that_has_been_made_asks_for_nothing() {
    assertThat(done(actions().of(asked(methods().ok()).reference()))).isEmpty();
  }

  @Test
  default void a_payment_that_is_not_there_has_no_next_step() {
    assertRejected(actions().of(new GatewayReference("pi_unheard_of")), FailureCode.NOT_FOUND);
  }

  @Test
  default void the_page_is_not_written_down_by_accident() {
    var page = done(actions().of(asked(methods().requiresAction()).reference())).orElseThrow();

    assertThat(page.toString()).doesNotContain(page.url());
  }

  private PaymentView asked(PaymentMethod method) {
    return done(gateway().capture(anyCapture(), PRICE, method));
  }
}
