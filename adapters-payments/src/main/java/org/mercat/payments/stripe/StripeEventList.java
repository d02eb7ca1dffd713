package org.mercat.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.EventListParams;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.payments.shared.EventBody;

/**
 * The events of the market's own account, as Stripe lists them for a month: read as the webhook
 * reads them, from the raw JSON, so that no version matters. Those of the accounts of payees are in
 * lists of their own, which are not read: payouts and payees are read again themselves.
 */
final class StripeEventList implements GatewayEvents {

  private final StripeCalls calls;
  private final boolean live;

  StripeEventList(StripeCalls calls, boolean live) {
    this.calls = calls;
    this.live = live;
  }

  @Override
  public Outcome<EventPage> events(Instant from, Instant until, Optional<String> after) {
    return calls.read(client -> page(client, from, until, after));
  }

  private EventPage page(StripeClient client, Instant from, Instant until, Optional<String> after)
      throws StripeException {
    var created =
        EventListParams.Created.builder()
            .setGte(from.getEpochSecond())
            .setLt(until.getEpochSecond())
            .build();
    var params = EventListParams.builder().setCreated(created).setLimit(StripeCalls.PAGE);
    after.ifPresent(params::setStartingAfter);
    var answer = client.v1().events().list(params.build()).getLastResponse().body();
    var list =
        EventBody.read(answer.getBytes(StandardCharsets.UTF_8))
            .map(EventBody::json)
            .orElseThrow(() -> new IllegalStateException("a list that is no JSON"));
    var told = new ArrayList<Told>();
    var last = Optional.<String>empty();
    for (var event : list.path("data")) {
      told(event).ifPresent(told::add);
      last = EventBody.name(event.path("id"));
    }
    return new EventPage(told, list.path("has_more").asBoolean() ? last : Optional.empty());
  }

  private Optional<Told> told(JsonNode event) {
    return StripeEvent.read(event.toString().getBytes(StandardCharsets.UTF_8))
        .filter(each -> each.live() == live && each.kind() != Kind.IGNORED)
        .flatMap(each -> each.tenant().map(tenant -> new Told(tenant, each.message())));
  }
}
