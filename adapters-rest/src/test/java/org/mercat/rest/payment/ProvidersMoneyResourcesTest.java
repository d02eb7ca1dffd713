package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.WholeMarket;
import org.mercat.application.shared.Caller;
import org.mercat.rest.shared.SignedIn;

/** What providers and administrators see and do of payouts, on the wire. */
class ProvidersMoneyResourcesTest {

  private final Trade trade = new Trade();
  private final WholeMarket market = trade.market;
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();
  private final OwnBalanceResource balance = new OwnBalanceResource(market.ownBalance);
  private final OwnStatementResource statement = new OwnStatementResource(market.ownStatement);
  private final OwnPayoutsResource payouts =
      new OwnPayoutsResource(market.ownPayouts, market.payoutDetails, market.requestPayout);
  private final PayoutScheduleResource schedule =
      new PayoutScheduleResource(market.setPayoutSchedule);
  private final PayoutsResource all =
      new PayoutsResource(market.payoutList, market.retryPayout, market.liftPause);
  private final ReceivablesResource receivables =
      new ReceivablesResource(market.receivables, market.writeOffDebt);

  @Test
  void a_balance_has_what_is_payable_what_is_on_its_way_and_what_is_owed() {
    earn();

    assertThat(body(balance(shop.owner()).getEntity()))
        .isEqualTo(
            json(
                """
                {'balances': [{'payable': {'amount': 20600, 'currency': 'CAD'},
                               'inTransit': {'amount': 0, 'currency': 'CAD'},
                               'debt': {'amount': 0, 'currency': 'CAD'}}]}
                """));
    assertThat(refusal(balance(client))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(balance(trade.vendor()))).isEqualTo("404 NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'interval': 'weekly', 'weekDay': 'friday'} | {'interval': 'weekly', 'weekDay': 'friday', 'nextAt': '2026-11-20T05:00:00Z', 'paused': false}
          {'interval': 'monthly', 'monthDay': 31}     | {'interval': 'monthly', 'monthDay': 31, 'nextAt': '2026-11-30T05:00:00Z', 'paused': false}
          {'interval': 'daily'}                       | {'interval': 'daily', 'nextAt': '2026-11-16T05:00:00Z', 'paused': false}
          {'interval': 'immediate'}                   | {'interval': 'immediate', 'nextAt': '2026-11-15T14:00:00Z', 'paused': false}
          {'interval': 'manual'}                      | {'interval': 'manual', 'paused': false}
          """,
      quoteCharacter = '"')
  void a_schedule_is_shown_as_it_was_chosen(String chosen, String shown) {
    assertThat(body(choose(shop.owner(), chosen).getEntity())).isEqualTo(json(shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                          | /interval REQUIRED
          {'interval': 'yearly'}                      | /interval OUT_OF_RANGE
          {'interval': 'weekly'}                      | /weekDay REQUIRED
          {'interval': 'monthly', 'monthDay': 32}     | /monthDay OUT_OF_RANGE
          {'interval': 'daily', 'weekDay': 'friday'}  | /weekDay OUT_OF_RANGE
          """,
      quoteCharacter = '"')
  void a_schedule_has_the_day_that_goes_with_its_interval(String chosen, String violation) {
    assertThat(refusal(choose(shop.owner(), chosen)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void a_payout_is_shown_with_its_bookings_and_on_the_statement() {
    earn();

    var asked = payouts.request(json("{}"), plain(), SignedIn.as(shop.owner()));
    var payout = body(asked.getEntity()).path("items").path(0);
    assertThat(payout.path("state").asText()).isEqualTo("paid");

    var id = UUID.fromString(payout.path("id").asText());
    var details = payouts.details(id, plain(), SignedIn.as(shop.owner()));
    assertThat(body(details.getEntity()).path("transfers").path(0).path("state").asText())
        .isEqualTo("done");
    var listed = payouts.list(plain(), SignedIn.as(shop.owner()));
    assertThat(body(listed.getEntity()).path("items")).hasSize(1);
    var time = query("from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z");
    var lines = statement.statement(time, SignedIn.as(shop.owner()));
    assertThat(body(lines.getEntity()).path("items")).hasSize(2);
    assertThat(refusal(payouts.request(json("{}"), plain(), SignedIn.as(shop.owner()))))
        .isEqualTo("409 WRONG_STATE");
  }

  @Test
  void administrators_look_after_payouts_and_debts() {
    earn();
    var admin = SignedIn.as(trade.admin());

    assertThat(body(all.list(plain(), admin).getEntity()).path("items")).isEmpty();
    assertThat(refusal(all.retry(UUID.randomUUID(), json("{}"), plain(), admin)))
        .isEqualTo("404 NOT_FOUND");
    var provider = shop.provider().value();
    assertThat(refusal(all.resume(provider, json("{}"), plain(), admin)))
        .isEqualTo("404 NOT_FOUND");
    assertThat(choose(shop.owner(), "{'interval': 'manual'}").getStatus()).isEqualTo(200);
    assertThat(body(all.resume(provider, json("{}"), plain(), admin).getEntity()))
        .isEqualTo(json("{'interval': 'manual', 'paused': false}"));
    assertThat(refusal(all.resume(provider, json("{}"), plain(), SignedIn.as(shop.owner()))))
        .isEqualTo("403 FORBIDDEN");
    assertThat(body(receivables.list(plain(), admin).getEntity()).path("items")).isEmpty();
    var off = json("{'debt': {'amount': 1, 'currency': 'CAD'}, 'reason': 'Closed.'}");
    assertThat(refusal(receivables.writeOff(shop.provider().value(), off, plain(), admin)))
        .isEqualTo("409 WRONG_STATE");
    assertThat(refusal(all.list(plain(), SignedIn.as(shop.owner())))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(receivables.list(plain(), SignedIn.as(client)))).isEqualTo("403 FORBIDDEN");
  }

  private void earn() {
    trade.deliverAndConfirm(shop, client, trade.booked(client, shop, OK));
  }

  private Response balance(Caller caller) {
    return balance.balance(plain(), SignedIn.as(caller));
  }

  private Response choose(Caller caller, String chosen) {
    return schedule.set(json(chosen), plain(), SignedIn.as(caller));
  }
}
