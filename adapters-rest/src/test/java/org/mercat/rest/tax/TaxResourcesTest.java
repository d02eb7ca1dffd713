package org.mercat.rest.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.payment.port.InMemoryPaymentGateway;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.tax.AddTaxRule;
import org.mercat.application.tax.NamedTaxRule;
import org.mercat.application.tax.QuoteTax;
import org.mercat.application.tax.SupersedeTaxRule;
import org.mercat.application.tax.TaxRuleDetails;
import org.mercat.application.tax.TaxRuleList;
import org.mercat.application.tax.TaxSummary;
import org.mercat.application.tax.WatchSmallSupplier;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;

class TaxResourcesTest {

  private static final String RULE =
      "{'place': 'CA-YT', 'component': 'PST', 'supplies': ['goods'], 'ratePpm': 60000,"
          + " 'from': '2027-01-01', 'source': 'a law'}";
  private static final String CHANGE =
      "{'ratePpm': 40000, 'from': '2027-01-01', 'source': 'a gazette'}";
  private static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);
  private static final SignedIn CLIENT = SignedIn.as(Role.CLIENT);

  private final Trade trade = new Trade();
  private final InMemoryAdapters in = trade.market.in;
  private final Access access = new AccessRules();
  private final TaxResource taxes =
      new TaxResource(
          new NamedTaxRule(in.taxRules, in.unitOfWork),
          new QuoteTax(in.taxRules, in.taxedSellers, in.zones, in.unitOfWork, in.market, true),
          new TaxSummary(access, in.taxSums, in.taxedSellers, in.unitOfWork),
          new WatchSmallSupplier(
              access, in.taxSums, in.taxedSellers, in.zones, in.unitOfWork, in.market));
  private final TaxRulesResource rules =
      new TaxRulesResource(
          new TaxRuleList(access, in.taxRules, in.unitOfWork, in.market),
          new TaxRuleDetails(access, in.taxRules, in.unitOfWork),
          new AddTaxRule(access, in.taxRules, in.outbox, in.unitOfWork, in.market),
          new SupersedeTaxRule(access, in.taxRules, in.outbox, in.unitOfWork, in.market));

  @Test
  void a_quote_names_each_tax_with_its_rule_and_source() {
    var quote = body(quote("amount=8000&supply=goods&seller=CA-AB&delivery=CA-BC").getEntity());

    assertThat(quote.path("placeOfSupply").asText()).isEqualTo("CA-BC");
    assertThat(quote.path("day").asText()).isEqualTo("2026-11-15");
    assertThat(quote.path("collector").asText()).isEqualTo("provider");
    assertThat(quote.path("lines"))
        .extracting(
            line -> line.path("component").asText(),
            line -> line.path("ratePpm").asLong(),
            line -> line.at("/base/amount").asLong(),
            line -> line.at("/amount/amount").asLong(),
            line -> line.path("rule").asText())
        .containsExactly(
            tuple("GST", 50_000L, 8_000L, 400L, "ca-bc-gst-2013-04-01"),
            tuple("PST", 70_000L, 8_000L, 560L, "ca-bc-pst-2013-04-01"));
    assertThat(quote.path("lines")).allMatch(line -> line.path("source").asText().contains("/"));
    assertThat(quote.at("/tax/amount").asLong()).isEqualTo(960);
    assertThat(quote.at("/total/amount").asLong()).isEqualTo(8_960);
  }

  @Test
  void everybody_reads_the_rule_that_a_line_names() {
    var rule = taxes.rule("ca-ns-hst-2025-04-01", plain());

    assertThat(body(rule.getEntity()).path("source").asText()).contains("SOR/2025-77");
    assertThat(refusal(taxes.rule("ca-ns-hst-2026-04-01", plain()))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void a_quote_of_what_nobody_collects_names_no_collector() {
    var quote = body(quote("amount=5000&supply=remote&seller=CA-ON&registered=false").getEntity());

    assertThat(quote.has("collector")).isFalse();
    assertThat(quote.path("lines")).isEmpty();
    assertThat(quote.at("/total/amount").asLong()).isEqualTo(5_000);
  }

  @Test
  void a_quote_is_of_the_day_that_is_asked_for() {
    var sale = "amount=10000&supply=on_site&seller=CA-NS";

    assertThat(tax(sale + "&day=2025-03-31")).isEqualTo(1_500);
    assertThat(tax(sale + "&day=2025-04-01")).isEqualTo(1_400);
    assertThat(tax(sale + "&asOf=2025-03-31T12:00:00Z")).isEqualTo(1_500);
  }

  @Test
  void what_cannot_be_quoted_is_not_found() {
    var sale = "amount=10000&supply=on_site&provider=" + UUID.randomUUID();

    assertThat(refusal(quote(sale))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(quote("amount=1&supply=goods&seller=CA-AB&day=2007-12-31")))
        .isEqualTo("404 NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "supply=goods&seller=CA-AB",
        "amount=1&seller=CA-AB",
        "amount=1&supply=goods",
        "amount=-1&supply=goods&seller=CA-AB",
        "amount=10000000001&supply=goods&seller=CA-AB",
        "amount=1.5&supply=goods&seller=CA-AB",
        "amount=1&currency=XYZ&supply=goods&seller=CA-AB",
        "amount=1&supply=rent&seller=CA-AB",
        "amount=1&supply=goods&seller=CAAB",
        "amount=1&supply=goods&seller=CA-XX",
        "amount=1&supply=goods&seller=CA",
        "amount=1&supply=goods&seller=CA-AB&registered=yes",
        "amount=1&supply=goods&seller=CA-AB&category=Big%20Dogs",
        "amount=1&supply=goods&seller=CA-AB&day=15.11.2026",
        "amount=1&supply=goods&seller=CA-AB&asOf=2026-11-15",
        "amount=1&supply=goods&seller=CA-AB&provider=00000000-0000-0000-0000-000000000001",
        "amount=1&supply=goods&seller=CA-AB&rate=5"
      })
  void a_query_that_cannot_be_read_is_refused(String query) {
    assertThatExceptionOfType(UnreadableRequest.class).isThrownBy(() -> ignore(quote(query)));
  }

  @Test
  void both_parties_see_the_taxes_of_a_year() {
    var shop = trade.shop(Offers.DOG_WALK);
    var client = trade.client();
    assertThat(trade.booked(client, shop, InMemoryPaymentGateway.OK)).isNotNull();
    var line =
        json(
            "{'place': 'CA-ON', 'component': 'HST', 'ratePpm': 130000,"
                + " 'base': {'amount': 3750, 'currency': 'CAD'},"
                + " 'charged': {'amount': 488, 'currency': 'CAD'},"
                + " 'refunded': {'amount': 0, 'currency': 'CAD'}}");

    var ofClient = summary("year=2026", SignedIn.as(client));
    assertThat(ofClient.at("/asClient/lines")).containsExactly(line);
    assertThat(ofClient.at("/asClient/kept/0/amount").asLong()).isEqualTo(488);
    assertThat(ofClient.at("/asProvider/lines")).isEmpty();
    assertThat(summary("year=2026", SignedIn.as(shop.owner())).at("/asProvider/lines"))
        .containsExactly(line);
    assertThat(summary("year=2025", SignedIn.as(client)).at("/asClient/kept")).isEmpty();
  }

  @Test
  void a_summary_is_of_a_year_and_for_those_who_book_and_sell() {
    assertThatExceptionOfType(UnreadableRequest.class)
        .isThrownBy(() -> ignore(taxes.summary(plain(), CLIENT)));
    assertThatExceptionOfType(UnreadableRequest.class)
        .isThrownBy(() -> ignore(taxes.summary(query("year=1999"), CLIENT)));
    assertThat(refusal(taxes.summary(query("year=2026"), SignedIn.as(Role.DRIVER))))
        .isEqualTo("403 FORBIDDEN");
  }

  @Test
  void a_provider_watches_what_it_has_sold() {
    var shop = trade.shop(Offers.DOG_WALK);
    assertThat(trade.booked(trade.client(), shop, InMemoryPaymentGateway.OK)).isNotNull();

    var watched = body(taxes.smallSupplier(plain(), SignedIn.as(shop.owner())).getEntity());

    assertThat(watched.path("standing").asText()).isEqualTo("small");
    assertThat(watched.path("registered").asBoolean()).isTrue();
    assertThat(watched.at("/soldThisQuarter/amount").asLong()).isEqualTo(3_750);
    assertThat(watched.path("quarters")).hasSize(5);
    assertThat(watched.at("/quarters/4/from").asText()).isEqualTo("2026-10-01");
    assertThat(watched.at("/quarters/4/sold/amount").asLong()).isEqualTo(3_750);
    assertThat(refusal(taxes.smallSupplier(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(taxes.smallSupplier(plain(), SignedIn.as(Role.PROVIDER))))
        .isEqualTo("404 NOT_FOUND");
  }

  private JsonNode summary(String query, SignedIn caller) {
    return body(taxes.summary(query(query), caller).getEntity());
  }

  @Test
  void a_rule_is_added_once_and_found_again() {
    var added = add(RULE, ADMIN);

    assertThat(added.getStatus()).isEqualTo(201);
    var rule = body(added.getEntity());
    assertThat(rule.path("name").asText()).startsWith("ca-yt-pst-2027-01-01-");
    assertThat(rule.path("sharePpm").asLong()).isEqualTo(1_000_000);
    assertThat(rule.path("supplies")).containsExactly(json("['goods']").get(0));
    assertThat(rule.has("to") || rule.has("supersededAt")).isFalse();
    assertThat(added.getLocation().toString())
        .endsWith("/admin/tax/rules/" + rule.path("id").asText());
    assertThat(body(rules.find(id(rule), plain(), ADMIN).getEntity())).isEqualTo(rule);
    assertThat(refusal(add(RULE, ADMIN))).isEqualTo("409 RULE_OVERLAP");
  }

  @Test
  void a_rule_speaks_of_everything_unless_it_says_of_what() {
    var rule =
        body(
            add(
                    "{'place': 'US-NY', 'component': 'PST', 'category': 'pet-food', 'ratePpm': 1,"
                        + " 'sharePpm': 300000, 'from': '2027-01-01', 'to': '2028-01-01',"
                        + " 'source': 'x'}",
                    ADMIN)
                .getEntity());

    assertThat(rule.path("supplies")).hasSize(2);
    assertThat(rule.path("category").asText()).isEqualTo("pet-food");
    assertThat(rule.path("sharePpm").asLong()).isEqualTo(300_000);
    assertThat(rule.path("to").asText()).isEqualTo("2028-01-01");
  }

  @Test
  void a_superseded_rule_makes_room_for_what_is_known_now() {
    var gst = known("CA-YT").get(0);
    var answer = supersede(id(gst), CHANGE, ADMIN);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body(answer.getEntity()).path("items"))
        .extracting(rule -> rule.path("ratePpm").asLong())
        .containsExactly(50_000L, 40_000L);
    assertThat(known("CA-YT")).hasSize(2);
    assertThat(body(rules.find(id(gst), plain(), ADMIN).getEntity()).has("supersededAt")).isTrue();
    assertThat(listed("place=CA-YT&history=true")).hasSize(3);
    assertThat(listed("place=CA-YT&asOf=2026-01-01T00:00:00Z"))
        .extracting(rule -> rule.path("name"))
        .containsExactly(gst.path("name"));
    assertThat(refusal(supersede(id(gst), CHANGE, ADMIN))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void a_change_of_days_of_which_the_rule_does_not_speak_is_refused() {
    var gst = id(known("CA-YT").get(0));

    assertThat(problem(supersede(gst, "{'from': '2001-01-01', 'source': 'x'}", ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /from OUT_OF_RANGE");
  }

  @Test
  void a_tax_that_is_not_levied_any_more_has_no_rate() {
    var gst = known("CA-YT").get(0);
    var answer = supersede(id(gst), "{'from': '2027-01-01', 'source': 'a gazette'}", ADMIN);

    assertThat(body(answer.getEntity()).path("items")).hasSize(1);
  }

  @Test
  void only_administrators_see_and_say_what_is_levied() {
    var id = id(known("CA-YT").get(0));

    assertThat(refusal(rules.list(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(rules.find(id, plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(add(RULE, CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(supersede(id, CHANGE, CLIENT))).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void there_is_nothing_under_an_unknown_id() {
    assertThat(refusal(rules.find(UUID.randomUUID(), plain(), ADMIN))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(supersede(UUID.randomUUID(), CHANGE, ADMIN))).isEqualTo("404 NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'place': 'CA-XX' | /place MALFORMED",
        "'component': 'VAT' | /component OUT_OF_RANGE",
        "'supplies': [] | /supplies OUT_OF_RANGE",
        "'supplies': ['rent'] | /supplies/0 OUT_OF_RANGE",
        "'category': 'Big Dogs' | /category MALFORMED",
        "'ratePpm': 1000001 | /ratePpm OUT_OF_RANGE",
        "'sharePpm': -1 | /sharePpm OUT_OF_RANGE",
        "'from': 'soon' | /from MALFORMED",
        "'to': '2027-01-01' | /to OUT_OF_RANGE",
        "'source': '' | /source OUT_OF_RANGE",
        "'levy': 1 | /levy UNKNOWN_MEMBER"
      })
  void a_wrong_rule_is_refused(String member, String expected) {
    var name = member.substring(1, member.indexOf('\'', 1));
    var others = RULE.replaceAll("(, )?'" + name + "': ('[^']*'|\\[[^\\]]*]|\\d+)", "");
    var wrong = others.replaceAll("\\{(, )?", "{" + member + ", ");

    assertThat(problem(add(wrong, ADMIN))).isEqualTo("UNACCEPTABLE_REQUEST " + expected);
  }

  @Test
  void a_change_has_no_share_without_a_rate() {
    var id = id(known("CA-YT").get(0));

    assertThat(
            problem(supersede(id, "{'sharePpm': 1, 'from': '2027-01-01', 'source': 'x'}", ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /ratePpm REQUIRED");
  }

  private long tax(String query) {
    return body(quote(query).getEntity()).at("/tax/amount").asLong();
  }

  private Response quote(String query) {
    return taxes.quote(query(query));
  }

  private Response add(String rule, SignedIn caller) {
    return rules.add(json(rule), plain(), caller);
  }

  private Response supersede(UUID rule, String change, SignedIn caller) {
    return rules.supersede(rule, json(change), plain(), caller);
  }

  private JsonNode known(String place) {
    return listed("place=" + place);
  }

  private JsonNode listed(String query) {
    return body(rules.list(query(query), ADMIN).getEntity()).path("items");
  }

  private static UUID id(JsonNode rule) {
    return UUID.fromString(rule.path("id").asText());
  }

  private static void ignore(Object ignored) {}
}
