package org.mercat.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.domain.tenancy.TenantId;

/** What is read of events that bring something else than what has changed. */
class StripeEventTest {

  @Test
  void an_account_that_has_parted_with_the_market_is_looked_for_by_the_operator() {
    var event =
        """
        {"id":"evt_1","object":"event","type":"account.application.deauthorized","livemode":false,
         "account":"acct_1","data":{"object":{"id":"ca_1","object":"application"}}}""";

    assertThat(StripeEvent.read(event.getBytes(UTF_8)))
        .hasValueSatisfying(
            read -> {
              assertThat(read.kind()).isEqualTo(Kind.PAYEE_CHANGED);
              assertThat(read.object()).contains("acct_1");
              assertThat(read.tenant()).contains(TenantId.DEFAULT);
            });
  }
}
