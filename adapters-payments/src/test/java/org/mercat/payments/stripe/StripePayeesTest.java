package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.provider.ProviderId;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeStripe;

/** What becomes of accounts of payees after they were opened. */
class StripePayeesTest {

  private final FakeStripe stripe = FakeStripe.start(InstantSource.system());

  @AfterEach
  void close() {
    stripe.close();
  }

  @ParameterizedTest
  @EnumSource(AccountsApi.class)
  void one_that_has_parted_with_the_market_is_not_found_and_another_one_is_opened(AccountsApi api) {
    try (var platform = StripeOnTrial.at(stripe, api)) {
      var key = OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
      var account = opened(platform, key);

      stripe.deauthorize(account.value());

      assertThat(platform.gateway().payee(account))
          .isInstanceOfSatisfying(
              Outcome.Rejected.class, no -> assertThat(no.why()).isEqualTo(FailureCode.NOT_FOUND));
      assertThat(opened(platform, key.next())).isNotEqualTo(account);
    }
  }

  @ParameterizedTest
  @EnumSource(value = AccountsApi.class, names = "V2")
  void one_whose_capability_is_taken_away_says_what_is_asked_for(AccountsApi api) {
    try (var platform = StripeOnTrial.at(stripe, api)) {
      var account = opened(platform, OperationKey.openPayee(new ProviderId(UUID.randomUUID())));
      assertThat(stripe.finishOnboarding(account.value())).isTrue();
      assertThat(view(platform, account).payoutsEnabled()).isTrue();

      stripe.restrict(account.value(), "identity.individual.documents");

      assertThat(view(platform, account).payoutsEnabled()).isFalse();
      assertThat(view(platform, account).requirements().codes())
          .containsExactly("identity.individual.documents");
    }
  }

  private static GatewayReference opened(StripePlatform platform, OperationKey key) {
    var profile = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");
    return platform.gateway().openPayee(key, profile).required().reference();
  }

  private static PayeeView view(StripePlatform platform, GatewayReference account) {
    return platform.gateway().payee(account).required();
  }
}
