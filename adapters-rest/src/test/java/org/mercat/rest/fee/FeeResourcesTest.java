package org.mercat.rest.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.fee.EndFeeRule;
import org.mercat.application.fee.EndSellerTier;
import org.mercat.application.fee.FeeRuleDetails;
import org.mercat.application.fee.FeeRuleList;
import org.mercat.application.fee.OwnFee;
import org.mercat.application.fee.SellerTierDetails;
import org.mercat.application.fee.SellerTierList;
import org.mercat.application.fee.SetFeeRule;
import org.mercat.application.fee.SetSellerTier;
import org.mercat.application.fee.VolumeMonthList;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;

class FeeResourcesTest {

  private static final String VOLUME =
      "{'direction': 'platform_fee', 'kind': 'volume',"
          + " 'salesFrom': {'amount': 1500000, 'currency': 'CAD'}, 'ratePpm': 120000,"
          + " 'reason': 'much is sold'}";
  private static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);
  private static final SignedIn CLIENT = SignedIn.as(Role.CLIENT);

  private final Trade trade = new Trade();
  private final InMemoryAdapters in = trade.market.in;
  private final Access access = new AccessRules();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final FeeRulesResource rules =
      new FeeRulesResource(
          new FeeRuleList(access, in.feeRules, in.unitOfWork),
          new FeeRuleDetails(access, in.feeRules, in.unitOfWork),
          new SetFeeRule(access, in.feeRules, in.feeBooks, in.outbox, in.unitOfWork, in.market),
          new EndFeeRule(access, in.feeRules, in.outbox, in.unitOfWork, in.market));
  private final SellerTiersResource tiers =
      new SellerTiersResource(
          new SellerTierList(access, in.tiers, in.unitOfWork),
          new SellerTierDetails(access, in.tiers, in.unitOfWork),
          new SetSellerTier(access, in.tiers, in.feeBooks, in.outbox, in.unitOfWork, in.market),
          new EndSellerTier(access, in.tiers, in.outbox, in.unitOfWork, in.market));
  private final VolumeMonthsResource volumes =
      new VolumeMonthsResource(new VolumeMonthList(access, in.volumes, in.unitOfWork));
  private final OwnFeeResource own =
      new OwnFeeResource(new OwnFee(access, in.feeBooks, in.unitOfWork, in.market));

  @Test
  void a_rate_is_set_found_and_ended() {
    var set = setRule(VOLUME, ADMIN);

    assertThat(set.getStatus()).isEqualTo(201);
    var rule = body(set.getEntity());
    assertThat(set.getLocation().toString())
        .endsWith("/admin/fees/rules/" + rule.path("id").asText());
    assertThat(rule.path("from").asText()).isEqualTo("2026-11-15T14:00:00Z");
    assertThat(rule.has("until") || rule.has("provider") || rule.has("level")).isFalse();
    assertThat(body(rules.find(id(rule), plain(), ADMIN).getEntity())).isEqualTo(rule);
    assertThat(refusal(setRule(VOLUME, ADMIN))).isEqualTo("409 RULE_OVERLAP");

    var ended = body(rules.end(id(rule), null, plain(), ADMIN).getEntity());
    assertThat(ended.path("until")).isEqualTo(rule.path("from"));
    assertThat(ended.path("version").asLong()).isEqualTo(2);
    assertThat(refusal(rules.end(id(rule), null, plain(), ADMIN))).isEqualTo("409 WRONG_STATE");
    assertThat(setRule(VOLUME, ADMIN).getStatus()).isEqualTo(201);
  }

  @Test
  void a_promotion_ends_with_a_day_of_its_provider() {
    var rule = body(setRule(promotion("'lastDay': '2026-11-30'"), ADMIN).getEntity());

    assertThat(rule.path("until").asText()).isEqualTo("2026-12-01T05:00:00Z");
    assertThat(rule.path("provider").asText()).isEqualTo(shop.provider().value().toString());
    var shown = body(own.find(plain(), SignedIn.as(shop.owner())).getEntity());
    assertThat(shown.path("source").asText()).isEqualTo("promotion");
    assertThat(shown.path("ratePpm").asLong()).isEqualTo(50_000);
    assertThat(shown.at("/promotion/until")).isEqualTo(rule.path("until"));
    assertThat(shown.path("rule").asText())
        .isEqualTo("promotion:" + rule.path("id").asText() + ":v1");
  }

  @Test
  void rates_are_selected_and_come_in_pages() {
    assertThat(setRule(VOLUME, ADMIN).getStatus()).isEqualTo(201);
    assertThat(setRule(promotion("'from': '2027-01-01T00:00:00Z'"), ADMIN).getStatus())
        .isEqualTo(201);

    assertThat(listed("")).hasSize(2);
    assertThat(listed("kind=volume&direction=platform_fee")).hasSize(1);
    assertThat(listed("direction=referral_commission")).isEmpty();
    assertThat(listed("provider=" + shop.provider().value())).hasSize(1);
    assertThat(listed("asOf=2026-11-16T00:00:00Z")).hasSize(1);
    var page = body(rules.list(query("limit=1"), ADMIN).getEntity());
    assertThat(page.path("items")).hasSize(1);
    assertThat(listed("limit=1&cursor=" + page.path("nextCursor").asText())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'direction': 'platform_fee', 'kind': 'volume', 'ratePpm': 1, 'reason': 'x'}"
            + " | /salesFrom REQUIRED",
        "{'direction': 'platform_fee', 'kind': 'level', 'ratePpm': 1, 'reason': 'x'}"
            + " | /level REQUIRED",
        "{'direction': 'platform_fee', 'kind': 'promotion', 'ratePpm': 1, 'reason': 'x'}"
            + " | /provider REQUIRED",
        "{'direction': 'platform_fee', 'kind': 'promotion', 'ratePpm': 1, 'reason': 'x',"
            + " 'provider': '00000000-0000-0000-0000-000000000001'} | /provider NOT_FOUND",
        "{'direction': 'platform_fee', 'kind': 'level', 'level': 'gold', 'ratePpm': 1,"
            + " 'reason': 'x', 'salesFrom': {'amount': 1, 'currency': 'CAD'}}"
            + " | /salesFrom OUT_OF_RANGE",
        "{'direction': 'platform_fee', 'kind': 'level', 'level': 'gold', 'ratePpm': 1,"
            + " 'reason': 'x', 'lastDay': '2026-11-30'} | /lastDay OUT_OF_RANGE",
        "{'direction': 'platform_fee', 'kind': 'level', 'level': 'gold', 'ratePpm': 1000001,"
            + " 'reason': 'x'} | /ratePpm OUT_OF_RANGE",
        "{'direction': 'platform_fee', 'kind': 'level', 'level': 'gold', 'ratePpm': 1,"
            + " 'reason': 'x', 'from': '2026-11-15T13:59:59Z'} | /from OUT_OF_RANGE",
        "{'direction': 'platform_fee', 'kind': 'level', 'level': 'gold', 'ratePpm': 1,"
            + " 'reason': 'x', 'until': '2026-11-15T14:00:00Z'} | /until OUT_OF_RANGE",
        "{'direction': 'both', 'kind': 'level', 'level': 'gold', 'ratePpm': 1, 'reason': 'x'}"
            + " | /direction OUT_OF_RANGE",
        "{'direction': 'platform_fee', 'kind': 'level', 'level': 'lead', 'ratePpm': 1,"
            + " 'reason': 'x'} | /level OUT_OF_RANGE"
      })
  void a_wrong_rate_is_refused_at_the_member_that_is_wrong(String body, String at) {
    assertThat(problem(setRule(body, ADMIN))).isEqualTo("UNACCEPTABLE_REQUEST " + at);
  }

  @Test
  void an_end_is_said_once_by_until_or_by_a_last_day() {
    var both = promotion("'until': '2027-01-01T00:00:00Z', 'lastDay': '2026-11-30'");

    assertThat(problem(setRule(both, ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /lastDay OUT_OF_RANGE");
    assertThat(problem(setRule(promotion("'lastDay': '30.11.2026'"), ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /lastDay MALFORMED");
  }

  @Test
  void nothing_ends_in_the_past() {
    var rule = id(body(setRule(VOLUME, ADMIN).getEntity()));
    var past = json("{'at': '2026-11-15T13:59:59Z'}");

    assertThat(problem(rules.end(rule, past, plain(), ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /at OUT_OF_RANGE");
    assertThat(problem(rules.end(rule, json("{'at': 'soon'}"), plain(), ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /at MALFORMED");
  }

  @Test
  void a_provider_is_of_a_level_for_a_time() {
    var set = setTier("gold", ADMIN);

    assertThat(set.getStatus()).isEqualTo(201);
    var tier = body(set.getEntity());
    assertThat(set.getLocation().toString())
        .endsWith("/admin/fees/tiers/" + tier.path("id").asText());
    assertThat(body(tiers.find(id(tier), plain(), ADMIN).getEntity())).isEqualTo(tier);
    assertThat(refusal(setTier("silver", ADMIN))).isEqualTo("409 RULE_OVERLAP");
    assertThat(
            body(own.find(plain(), SignedIn.as(shop.owner())).getEntity()).path("level").asText())
        .isEqualTo("gold");
    var at = json("{'at': '2026-12-01T05:00:00Z'}");
    var ended = body(tiers.end(id(tier), at, plain(), ADMIN).getEntity());
    assertThat(ended.path("until").asText()).isEqualTo("2026-12-01T05:00:00Z");
    assertThat(refusal(tiers.end(id(tier), at, plain(), ADMIN))).isEqualTo("409 WRONG_STATE");
    assertThat(
            body(tiers
                    .list(query("provider=" + shop.provider().value() + "&limit=5"), ADMIN)
                    .getEntity())
                .path("items"))
        .containsExactly(ended);
    assertThat(
            body(tiers.list(query("asOf=2026-12-01T05:00:00Z"), ADMIN).getEntity()).path("items"))
        .isEmpty();
  }

  @Test
  void a_wrong_tier_is_refused_at_the_member_that_is_wrong() {
    var stranger =
        "{'provider': '00000000-0000-0000-0000-000000000001', 'level': 'gold', 'reason': 'x'}";

    assertThat(problem(tiers.set(json(stranger), plain(), ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /provider NOT_FOUND");
    assertThat(problem(setTier("lead", ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /level OUT_OF_RANGE");
  }

  @Test
  void what_was_sold_is_shown_by_month() {
    in.volumes.close(
        new VolumeMonth(
            in.volumes.nextId(),
            shop.provider(),
            YearMonth.of(2026, 10),
            Money.of(2_000_000, "CAD"),
            3,
            Instant.parse("2026-11-01T04:05:00Z")));
    assertThat(setRule(VOLUME, ADMIN).getStatus()).isEqualTo(201);

    var month = sold("month=2026-10&provider=" + shop.provider().value()).get(0);

    assertThat(month.path("month").asText()).isEqualTo("2026-10");
    assertThat(month.at("/sales/amount").asLong()).isEqualTo(2_000_000);
    assertThat(month.at("/averageOrder/amount").asLong()).isEqualTo(666_667);
    assertThat(sold("month=2026-09")).isEmpty();
    var shown = body(own.find(query("currency=CAD"), SignedIn.as(shop.owner())).getEntity());
    assertThat(shown.path("source").asText()).isEqualTo("volume");
    assertThat(shown.path("volume")).isEqualTo(month);
    assertThat(shown.at("/volumeTiers/0/ratePpm").asLong()).isEqualTo(120_000);
    assertThat(
            body(own.find(query("currency=USD"), SignedIn.as(shop.owner())).getEntity())
                .path("rule")
                .asText())
        .isEqualTo("platform-fee:v0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direction=both",
        "kind=tenant",
        "provider=x",
        "asOf=today",
        "limit=0",
        "level=gold"
      })
  void a_query_that_cannot_be_read_is_refused(String query) {
    assertThatExceptionOfType(UnreadableRequest.class)
        .isThrownBy(() -> assertThat(rules.list(query(query), ADMIN)).isNull());
  }

  @Test
  void a_month_and_a_currency_have_to_be_some() {
    assertThatExceptionOfType(UnreadableRequest.class)
        .isThrownBy(() -> assertThat(sold("month=2026-13")).isNull());
    assertThatExceptionOfType(UnreadableRequest.class)
        .isThrownBy(() -> assertThat(own.find(query("currency=ABC"), CLIENT)).isNull());
  }

  @Test
  void only_administrators_see_and_set_fees_and_only_providers_their_own() {
    var nobody = UUID.randomUUID();

    assertThat(refusal(rules.list(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(rules.find(nobody, plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(rules.end(nobody, null, plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(setRule(VOLUME, CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(tiers.list(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(tiers.find(nobody, plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(tiers.end(nobody, null, plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(setTier("gold", CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(volumes.list(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(own.find(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(own.find(plain(), SignedIn.as(Role.PROVIDER)))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void what_there_is_not_is_not_found() {
    var nothing = UUID.randomUUID();

    assertThat(refusal(rules.find(nothing, plain(), ADMIN))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(rules.end(nothing, null, plain(), ADMIN))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(tiers.find(nothing, plain(), ADMIN))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(tiers.end(nothing, null, plain(), ADMIN))).isEqualTo("404 NOT_FOUND");
  }

  private String promotion(String member) {
    return "{'direction': 'platform_fee', 'kind': 'promotion', 'provider': '"
        + shop.provider().value()
        + "', 'ratePpm': 50000, 'reason': 'a new shop', "
        + member
        + "}";
  }

  private Response setRule(String body, SignedIn caller) {
    return rules.set(json(body), plain(), caller);
  }

  private Response setTier(String level, SignedIn caller) {
    var body =
        "{'provider': '%s', 'level': '%s', 'reason': 'x'}"
            .formatted(shop.provider().value(), level);
    return tiers.set(json(body), plain(), caller);
  }

  private JsonNode listed(String query) {
    return body(rules.list(query(query), ADMIN).getEntity()).path("items");
  }

  private JsonNode sold(String query) {
    return body(volumes.list(query(query), ADMIN).getEntity()).path("items");
  }

  private static UUID id(JsonNode shown) {
    return UUID.fromString(shown.path("id").asText());
  }
}
