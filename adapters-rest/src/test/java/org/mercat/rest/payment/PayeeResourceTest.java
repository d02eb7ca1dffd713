package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.SignedIn;

class PayeeResourceTest {

  private final Trade trade = new Trade();
  private final Caller owner = trade.vendor();
  private final PayeeResource resource =
      new PayeeResource(trade.market.openPayeeAccount, trade.market.ownPayeeAccount);

  @Test
  void a_provider_is_told_where_to_go_on_as_often_as_it_asks() {
    registered();

    var answer = open(owner, "{}");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body(answer.getEntity())).isEqualTo(json("{'url': 'memory://onboarding/acct_1'}"));
    assertThat(body(open(owner, "{}").getEntity())).isEqualTo(body(answer.getEntity()));
  }

  @Test
  void a_provider_sees_what_the_gateway_still_asks_for() {
    registered();
    assertThat(refusal(account(owner))).isEqualTo("404 NOT_FOUND");
    assertThat(open(owner, "{}").getStatus()).isEqualTo(200);

    var shown = body(account(owner).getEntity());

    assertThat(shown.path("payoutsEnabled").booleanValue()).isFalse();
    assertThat(shown.path("requirements")).isNotEmpty();
    assertThat(refusal(account(trade.client()))).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void an_administrator_sees_it_too_and_when_it_has_ended() {
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    assertThat(refusal(of(trade.admin(), provider))).isEqualTo("404 NOT_FOUND");
    assertThat(open(owner, "{}").getStatus()).isEqualTo(200);
    assertThat(body(of(trade.admin(), provider).getEntity()).path("requirements")).isNotEmpty();
    assertThat(refusal(of(owner, provider))).isEqualTo("403 FORBIDDEN");

    var account = trade.market.in.payees.find(provider).flatMap(Payee::account).orElseThrow();
    trade.market.in.gateway.end(account);
    assertThat(refusal(of(trade.admin(), provider))).isEqualTo("503 UNAVAILABLE");
    trade.told(Kind.PAYEE_CHANGED, account);

    assertThat(body(of(trade.admin(), provider).getEntity()).path("endedAt").isTextual()).isTrue();
    assertThat(body(account(owner).getEntity()).path("endedAt").isTextual()).isTrue();
  }

  private Response of(Caller caller, ProviderId provider) {
    return new PayeesResource(trade.market.payeeAccountDetails)
        .account(provider.value(), plain(), SignedIn.as(caller));
  }

  private Response account(Caller caller) {
    return resource.account(plain(), SignedIn.as(caller));
  }

  @Test
  void only_providers_are_paid_out() {
    assertThat(refusal(open(trade.client(), "{}"))).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void a_provider_without_a_profile_is_404() {
    assertThat(refusal(open(owner, "{}"))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void a_gateway_that_does_not_answer_is_503_and_to_be_asked_again() {
    registered();
    trade.market.in.gateway.loseNextAnswer();

    var answer = open(owner, "{}");

    assertThat(refusal(answer)).isEqualTo("503 UNAVAILABLE");
    assertThat(answer.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
  }

  @Test
  void the_opening_takes_no_members() {
    assertThat(refusal(open(owner, "{'iban': 'DE02'}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /iban UNKNOWN_MEMBER");
  }

  private void registered() {
    assertThat(trade.provider(owner, Offers.IN_ONTARIO)).isNotNull();
  }

  private Response open(Caller caller, String sent) {
    return resource.open(json(sent), plain(), SignedIn.as(caller));
  }
}
