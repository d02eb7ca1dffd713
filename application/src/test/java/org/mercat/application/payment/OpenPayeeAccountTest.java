package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.payment.OpenPayeeAccount.Outcome;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.payment.PayeeEvent.PayeeOpened;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.provider.ProviderEvent.ProviderPayabilityChanged;
import org.mercat.domain.provider.ProviderId;

class OpenPayeeAccountTest {

  private final Trade trade = new Trade();
  private final Caller owner = trade.vendor();

  @Test
  void only_providers_are_paid_out() {
    assertThat(opened(trade.client())).isEqualTo(new Outcome.Forbidden());
  }

  @Test
  void a_provider_needs_a_profile_first() {
    assertThat(opened(owner)).isEqualTo(new Outcome.NoProfile());
  }

  @Test
  void asking_again_goes_on_with_the_same_account() {
    var provider = trade.provider(owner, Offers.IN_ONTARIO);

    var link = opened(owner);

    assertThat(link).isInstanceOf(Outcome.Link.class);
    assertThat(opened(owner)).isEqualTo(link);
    assertThat(trade.market.in.outbox.events())
        .filteredOn(PayeeOpened.class::isInstance)
        .hasSize(1);
    assertThat(isPayable(provider)).isFalse();
  }

  @Test
  void a_provider_is_payable_once_the_gateway_says_so() {
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    var url = Trade.as(Outcome.Link.class, opened(owner)).url();
    var account = payee(provider).reference().orElseThrow();
    told(account);
    assertThat(isPayable(provider)).isFalse();

    trade.market.in.gateway.finishOnboarding(new OnboardingLink(url));
    told(account);
    told(account);

    assertThat(isPayable(provider)).isTrue();
    assertThat(payee(provider).detailsSubmitted()).isTrue();
    assertThat(trade.market.in.outbox.events())
        .filteredOn(ProviderPayabilityChanged.class::isInstance)
        .hasSize(1);
  }

  @Test
  void an_answer_that_is_lost_is_found_before_an_account_is_opened_twice() {
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    trade.market.in.gateway.loseNextAnswer();
    assertThat(opened(owner)).isEqualTo(new Outcome.Unavailable());
    assertThat(opened(owner)).isEqualTo(new Outcome.Unavailable());

    trade.market.in.system.advance(PaymentOperation.LEASE);
    assertThat(trade.market.recoverOperations.handle()).isEqualTo(1);

    assertThat(opened(owner)).isInstanceOf(Outcome.Link.class);
    assertThat(payee(provider).reference()).contains(new GatewayReference("acct_1"));
  }

  @Test
  void a_call_that_never_arrived_is_made_anew() {
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    trade.market.in.gateway.loseNextRequest();
    assertThat(opened(owner)).isEqualTo(new Outcome.Unavailable());
    trade.market.in.system.advance(PaymentOperation.SAME_KEY);
    assertThat(trade.market.recoverOperations.handle()).isEqualTo(1);
    assertThat(payee(provider).reference()).isEmpty();

    assertThat(opened(owner)).isInstanceOf(Outcome.Link.class);
  }

  @Test
  void one_that_has_ended_is_not_payable_until_another_one_is_opened() {
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    var first = finished(provider);
    assertThat(isPayable(provider)).isTrue();

    trade.market.in.gateway.end(first);
    told(first);

    assertThat(isPayable(provider)).isFalse();
    assertThat(payee(provider).endedAt()).isPresent();
    assertThat(trade.market.ownPayeeAccount.handle(new OwnPayeeAccount.Query(owner)))
        .isInstanceOf(OwnPayeeAccount.Outcome.Ended.class);
    assertThat(
            trade.market.payeeAccountDetails.handle(
                new PayeeAccountDetails.Query(trade.admin(), provider)))
        .isInstanceOf(PayeeAccountDetails.Outcome.Ended.class);

    var second = finished(provider);

    assertThat(second).isNotEqualTo(first);
    assertThat(isPayable(provider)).isTrue();
    told(first);
    assertThat(isPayable(provider)).isTrue();
  }

  @Test
  void what_no_event_has_told_is_found_by_reading_the_accounts_again() {
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    var account = finished(provider);
    trade.market.in.gateway.enable(account, false);

    assertThat(trade.market.refreshPayees.handle()).isEqualTo(1);

    assertThat(isPayable(provider)).isFalse();
    trade.market.in.gateway.end(account);
    assertThat(trade.market.refreshPayees.handle()).isEqualTo(1);
    assertThat(payee(provider).account()).isEmpty();
  }

  private GatewayReference finished(ProviderId provider) {
    var url = Trade.as(Outcome.Link.class, opened(owner)).url();
    trade.market.in.gateway.finishOnboarding(new OnboardingLink(url));
    var account = payee(provider).account().orElseThrow();
    told(account);
    return account;
  }

  private Outcome opened(Caller caller) {
    return trade.market.openPayeeAccount.handle(new OpenPayeeAccount.Command(caller));
  }

  private void told(GatewayReference account) {
    trade.told(Kind.PAYEE_CHANGED, account);
  }

  private Payee payee(ProviderId provider) {
    return trade.market.in.payees.find(provider).orElseThrow();
  }

  private boolean isPayable(ProviderId provider) {
    return trade.market.in.providers.find(provider).orElseThrow().payable();
  }
}
