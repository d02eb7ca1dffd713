package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
import org.mercat.application.shared.Acting;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeCard;
import org.mercat.payments.stripe.fake.FakeStripe;

/** Two tenants and the operator of the market have one account with Stripe together. */
class StripeBooksTest {

  private static final Money PRICE = Money.of(8_475, "CAD");
  private static final TenantId ONE = new TenantId(UUID.randomUUID());
  private static final TenantId OTHER = new TenantId(UUID.randomUUID());

  private final FakeStripe stripe = FakeStripe.start(InstantSource.system());
  private final StripePlatform platform = StripeOnTrial.at(stripe, AccountsApi.V2);
  private final OperationKey ofOne = OperationKey.capture(new BookingId(UUID.randomUUID()));
  private final OperationKey ofOther = OperationKey.capture(new BookingId(UUID.randomUUID()));

  @AfterEach
  void close() {
    platform.close();
    stripe.close();
  }

  @Test
  void each_is_told_of_its_own_movements_and_nobody_of_those_of_another() {
    paid(ONE, ofOne);
    paid(OTHER, ofOther);

    assertThat(of(ONE)).extracting(Movement::key).containsExactly(Optional.of(ofOne));
    assertThat(of(OTHER)).extracting(Movement::key).containsExactly(Optional.of(ofOther));
    assertThat(of(TenantId.DEFAULT)).isEmpty();
  }

  @Test
  void what_was_given_back_by_hand_is_of_the_tenant_of_its_payment() {
    paid(ONE, ofOne);
    stripe.refundByHand(paid(OTHER, ofOther).value(), 475);

    assertThat(of(OTHER))
        .extracting(Movement::kind, Movement::key, Movement::payment, Movement::amount)
        .containsExactlyInAnyOrder(
            tuple(Kind.CHARGE, Optional.of(ofOther), Optional.empty(), PRICE),
            tuple(Kind.REFUND, Optional.empty(), Optional.of(ofOther), Money.of(-475, "CAD")));
    assertThat(of(ONE)).extracting(Movement::kind).containsExactly(Kind.CHARGE);
    assertThat(of(TenantId.DEFAULT)).isEmpty();
  }

  @Test
  void what_is_of_nobody_is_told_to_the_operator_alone() {
    paid(ONE, ofOne);
    stripe.takeUnasked("stripe_fee", -250, "cad");

    assertThat(of(TenantId.DEFAULT))
        .extracting(Movement::kind, Movement::key, Movement::payment, Movement::amount)
        .containsExactly(
            tuple(Kind.FEE, Optional.empty(), Optional.empty(), Money.of(-250, "CAD")));
    assertThat(of(ONE)).extracting(Movement::kind).containsExactly(Kind.CHARGE);
    assertThat(of(OTHER)).isEmpty();
  }

  @CanIgnoreReturnValue
  private GatewayReference paid(TenantId tenant, OperationKey key) {
    var card = new PaymentMethod(FakeCard.OK.token());
    return Acting.of(tenant)
        .call(() -> platform.gateway().capture(key, PRICE, card).required().reference());
  }

  private List<Movement> of(TenantId tenant) {
    var now = Instant.now();
    return Acting.of(tenant)
        .call(
            () ->
                platform
                    .books()
                    .movements(
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofHours(1)),
                        Optional.empty())
                    .required()
                    .movements());
  }
}
