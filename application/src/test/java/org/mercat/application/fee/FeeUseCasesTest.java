package org.mercat.application.fee;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.payment.port.InMemoryPaymentGateway;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.EndRefusal;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.FeeSource;
import org.mercat.domain.fee.RequestedPeriod;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/** Rates, tiers and volumes, from setting them to what a booking pays; a portrait is 200.00. */
class FeeUseCasesTest {

  private static final Currency CAD = Currency.getInstance("CAD");
  private static final PageRequest PAGE = new PageRequest(20, Optional.empty());

  private final Trade trade = new Trade();
  private final InMemoryAdapters in = trade.market.in;
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller admin = trade.admin();
  private final Caller client = trade.client();
  private final Access access = new AccessRules();
  private int days;

  private final SetFeeRule setRule =
      new SetFeeRule(access, in.feeRules, in.feeBooks, in.outbox, in.unitOfWork, in.market);
  private final EndFeeRule endRule =
      new EndFeeRule(access, in.feeRules, in.outbox, in.unitOfWork, in.market);
  private final SetSellerTier setTier =
      new SetSellerTier(access, in.tiers, in.feeBooks, in.outbox, in.unitOfWork, in.market);
  private final EndSellerTier endTier =
      new EndSellerTier(access, in.tiers, in.outbox, in.unitOfWork, in.market);
  private final OwnFee ownFee = new OwnFee(access, in.feeBooks, in.unitOfWork, in.market);
  private final CloseVolumeMonths close =
      new CloseVolumeMonths(in.volumes, in.zones, in.unitOfWork, in.market);

  @Test
  void a_booking_pays_by_what_holds_when_it_is_confirmed_and_keeps_it() {
    var first = booked();
    var promotion = set(promotion(5), RequestedPeriod.FROM_NOW_ON);
    var second = booked();
    assertThat(ended(promotion.id(), Optional.empty()).version()).isEqualTo(2);
    var third = booked();

    assertThat(feeOf(first)).isEqualTo("3000 platform-fee:v0");
    assertThat(feeOf(second)).isEqualTo("1000 promotion:" + promotion.id().value() + ":v1");
    assertThat(feeOf(third)).isEqualTo("3000 platform-fee:v0");
  }

  @Test
  void the_last_day_of_a_promotion_is_one_of_the_sellers_calendar() {
    var lastDay =
        new RequestedPeriod(
            Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse("2026-11-30")));

    var rule = set(promotion(5), lastDay);

    assertThat(rule.period())
        .isEqualTo(new FeePeriod(now(), Optional.of(Instant.parse("2026-12-01T05:00:00Z"))));
  }

  @Test
  void what_has_held_is_not_changed() {
    var past =
        new RequestedPeriod(Optional.of(now().minusMillis(1)), Optional.empty(), Optional.empty());
    var backwards =
        new RequestedPeriod(
            Optional.of(now().plusSeconds(1)), Optional.of(now()), Optional.empty());

    assertThat(setRule.handle(command(admin, promotion(5), past)))
        .isEqualTo(new SetFeeRule.Outcome.Refused(RequestedPeriod.Refusal.BEGINS_IN_THE_PAST));
    assertThat(setRule.handle(command(admin, promotion(5), backwards)))
        .isEqualTo(new SetFeeRule.Outcome.Refused(RequestedPeriod.Refusal.ENDS_BEFORE_IT_BEGINS));
    var rule = set(promotion(5), RequestedPeriod.FROM_NOW_ON);
    in.market.set(now().plusSeconds(60));
    assertThat(end(admin, rule.id(), Optional.of(now().minusSeconds(1))))
        .isEqualTo(new EndFeeRule.Outcome.Refused(EndRefusal.IN_THE_PAST));
    assertThat(ended(rule.id(), Optional.empty()).period().until()).contains(now());
    assertThat(end(admin, rule.id(), Optional.empty()))
        .isEqualTo(new EndFeeRule.Outcome.Refused(EndRefusal.ENDS_BEFORE));
  }

  @Test
  void what_holds_already_is_ended_before_something_else_holds() {
    set(promotion(5), RequestedPeriod.FROM_NOW_ON);

    assertThat(setRule.handle(command(admin, promotion(6), RequestedPeriod.FROM_NOW_ON)))
        .isEqualTo(new SetFeeRule.Outcome.Overlaps());
  }

  @Test
  void a_seller_of_a_level_pays_the_rate_of_the_level() {
    set(new Wanted(new FeeScope.Level(SellerLevel.GOLD), 10), RequestedPeriod.FROM_NOW_ON);
    var tier = level(SellerLevel.GOLD);
    var gold = booked();
    assertThat(endTier.handle(new EndSellerTier.Command(admin, tier.id(), Optional.empty())))
        .isInstanceOf(EndSellerTier.Outcome.Ended.class);

    assertThat(feeOf(gold)).startsWith("2000 level:");
    assertThat(feeOf(booked())).startsWith("3000 platform-fee:");
    assertThat(endTier.handle(new EndSellerTier.Command(admin, tier.id(), Optional.empty())))
        .isEqualTo(new EndSellerTier.Outcome.Refused(EndRefusal.ENDS_BEFORE));
    assertThat(level(SellerLevel.SILVER).level()).isEqualTo(SellerLevel.SILVER);
    assertThat(setTier.handle(tier(admin, shop.provider(), SellerLevel.GOLD)))
        .isEqualTo(new SetSellerTier.Outcome.Overlaps());
  }

  @Test
  void the_sales_of_a_month_decide_in_the_next_one() {
    set(volume(20_000, 10), RequestedPeriod.FROM_NOW_ON);
    trade.deliverAndConfirm(shop, client, booked());
    assertThat(feeOf(booked())).startsWith("3000 platform-fee:");

    in.market.set(Instant.parse("2026-12-01T05:04:59Z"));
    assertThat(close.handle()).isZero();
    in.market.set(Instant.parse("2026-12-01T05:05:00Z"));
    assertThat(close.handle()).isEqualTo(1);
    assertThat(close.handle()).isZero();

    var own = own();
    assertThat(own.fee().rule().source()).isEqualTo(FeeSource.VOLUME);
    assertThat(own.fee().rate()).isEqualTo(Rate.percent(10));
    assertThat(own.volume().map(it -> it.month())).contains(YearMonth.of(2026, 11));
    assertThat(own.volume().map(it -> it.sales())).contains(Money.of(20_000, "CAD"));
    assertThat(own.tiers()).hasSize(1);
  }

  @Test
  void a_provider_sees_what_it_pays_and_nobody_else_does() {
    set(promotion(5), RequestedPeriod.FROM_NOW_ON);
    assertThat(level(SellerLevel.BRONZE).seller()).isEqualTo(shop.provider());

    var own = own();

    assertThat(own.fee().rate()).isEqualTo(Rate.percent(5));
    assertThat(own.promotion()).isPresent();
    assertThat(own.level()).contains(SellerLevel.BRONZE);
    assertThat(own.volume()).isEmpty();
    assertThat(ownFee.handle(new OwnFee.Query(trade.vendor(), CAD)))
        .isEqualTo(new OwnFee.Outcome.NotProvider());
    assertThat(ownFee.handle(new OwnFee.Query(client, CAD)))
        .isEqualTo(new OwnFee.Outcome.Forbidden());
  }

  @Test
  void administrators_see_what_was_set() {
    var rule = set(promotion(5), RequestedPeriod.FROM_NOW_ON);
    var tier = level(SellerLevel.GOLD);
    var rules = in.feeRules;
    var tiers = in.tiers;
    var unitOfWork = in.unitOfWork;

    assertThat(
            new FeeRuleDetails(access, rules, unitOfWork)
                .handle(new FeeRuleDetails.Query(admin, rule.id())))
        .isEqualTo(new FeeRuleDetails.Outcome.Found(rule));
    assertThat(
            new FeeRuleDetails(access, rules, unitOfWork)
                .handle(new FeeRuleDetails.Query(admin, unknownRule())))
        .isEqualTo(new FeeRuleDetails.Outcome.NotFound());
    assertThat(
            new SellerTierDetails(access, tiers, unitOfWork)
                .handle(new SellerTierDetails.Query(admin, tier.id())))
        .isEqualTo(new SellerTierDetails.Outcome.Found(tier));
    assertThat(
            new SellerTierDetails(access, tiers, unitOfWork)
                .handle(new SellerTierDetails.Query(admin, unknownTier())))
        .isEqualTo(new SellerTierDetails.Outcome.NotFound());
    assertThat(
            Trade.as(
                    FeeRuleList.Outcome.Found.class,
                    new FeeRuleList(access, rules, unitOfWork)
                        .handle(new FeeRuleList.Query(admin, allRules(), PAGE)))
                .rules()
                .items())
        .containsExactly(rule);
    assertThat(
            Trade.as(
                    SellerTierList.Outcome.Found.class,
                    new SellerTierList(access, tiers, unitOfWork)
                        .handle(new SellerTierList.Query(admin, allTiers(), PAGE)))
                .tiers()
                .items())
        .containsExactly(tier);
    assertThat(
            Trade.as(
                    VolumeMonthList.Outcome.Found.class,
                    new VolumeMonthList(access, in.volumes, unitOfWork)
                        .handle(new VolumeMonthList.Query(admin, allMonths(), PAGE)))
                .months()
                .items())
        .isEmpty();
  }

  @Test
  void only_administrators_see_and_set_fees() {
    var rules = in.feeRules;
    var tiers = in.tiers;
    var unitOfWork = in.unitOfWork;

    assertThat(setRule.handle(command(client, promotion(5), RequestedPeriod.FROM_NOW_ON)))
        .isEqualTo(new SetFeeRule.Outcome.Forbidden());
    assertThat(end(client, unknownRule(), Optional.empty()))
        .isEqualTo(new EndFeeRule.Outcome.Forbidden());
    assertThat(setTier.handle(tier(client, shop.provider(), SellerLevel.GOLD)))
        .isEqualTo(new SetSellerTier.Outcome.Forbidden());
    assertThat(endTier.handle(new EndSellerTier.Command(client, unknownTier(), Optional.empty())))
        .isEqualTo(new EndSellerTier.Outcome.Forbidden());
    assertThat(
            new FeeRuleList(access, rules, unitOfWork)
                .handle(new FeeRuleList.Query(client, allRules(), PAGE)))
        .isEqualTo(new FeeRuleList.Outcome.Forbidden());
    assertThat(
            new FeeRuleDetails(access, rules, unitOfWork)
                .handle(new FeeRuleDetails.Query(client, unknownRule())))
        .isEqualTo(new FeeRuleDetails.Outcome.Forbidden());
    assertThat(
            new SellerTierList(access, tiers, unitOfWork)
                .handle(new SellerTierList.Query(client, allTiers(), PAGE)))
        .isEqualTo(new SellerTierList.Outcome.Forbidden());
    assertThat(
            new SellerTierDetails(access, tiers, unitOfWork)
                .handle(new SellerTierDetails.Query(client, unknownTier())))
        .isEqualTo(new SellerTierDetails.Outcome.Forbidden());
    assertThat(
            new VolumeMonthList(access, in.volumes, unitOfWork)
                .handle(new VolumeMonthList.Query(client, allMonths(), PAGE)))
        .isEqualTo(new VolumeMonthList.Outcome.Forbidden());
  }

  @Test
  void of_whom_there_is_none_nothing_is_said() {
    var nobody = new ProviderId(UUID.randomUUID());

    assertThat(
            setRule.handle(
                command(
                    admin,
                    new Wanted(new FeeScope.Promotion(nobody), 5),
                    RequestedPeriod.FROM_NOW_ON)))
        .isEqualTo(new SetFeeRule.Outcome.UnknownSeller());
    assertThat(setTier.handle(tier(admin, nobody, SellerLevel.GOLD)))
        .isEqualTo(new SetSellerTier.Outcome.UnknownSeller());
    assertThat(end(admin, unknownRule(), Optional.empty()))
        .isEqualTo(new EndFeeRule.Outcome.NotFound());
    assertThat(endTier.handle(new EndSellerTier.Command(admin, unknownTier(), Optional.empty())))
        .isEqualTo(new EndSellerTier.Outcome.NotFound());
    var past =
        new RequestedPeriod(
            Optional.of(now().minus(Duration.ofDays(1))), Optional.empty(), Optional.empty());
    assertThat(
            setTier.handle(
                new SetSellerTier.Command(
                    admin, shop.provider(), SellerLevel.GOLD, past, "a reason")))
        .isEqualTo(new SetSellerTier.Outcome.Refused(RequestedPeriod.Refusal.BEGINS_IN_THE_PAST));
  }

  private record Wanted(FeeScope scope, long percent) {}

  private Wanted promotion(long percent) {
    return new Wanted(new FeeScope.Promotion(shop.provider()), percent);
  }

  private static Wanted volume(long from, long percent) {
    return new Wanted(new FeeScope.Volume(Money.of(from, "CAD")), percent);
  }

  private static SetFeeRule.Command command(Caller caller, Wanted wanted, RequestedPeriod period) {
    return new SetFeeRule.Command(
        caller,
        FeeDirection.PLATFORM_FEE,
        wanted.scope(),
        Rate.percent(wanted.percent()),
        Optional.empty(),
        period,
        "a reason");
  }

  private static SetSellerTier.Command tier(Caller caller, ProviderId seller, SellerLevel level) {
    return new SetSellerTier.Command(
        caller, seller, level, RequestedPeriod.FROM_NOW_ON, "a reason");
  }

  @CanIgnoreReturnValue
  private FeeRule set(Wanted wanted, RequestedPeriod period) {
    var outcome = setRule.handle(command(admin, wanted, period));
    return Trade.as(SetFeeRule.Outcome.Set.class, outcome).rule();
  }

  private SellerTier level(SellerLevel level) {
    var outcome = setTier.handle(tier(admin, shop.provider(), level));
    return Trade.as(SetSellerTier.Outcome.Set.class, outcome).tier();
  }

  private EndFeeRule.Outcome end(Caller caller, FeeRuleId rule, Optional<Instant> at) {
    return endRule.handle(new EndFeeRule.Command(caller, rule, at));
  }

  private FeeRule ended(FeeRuleId rule, Optional<Instant> at) {
    return Trade.as(EndFeeRule.Outcome.Ended.class, end(admin, rule, at)).rule();
  }

  private OwnFee.Outcome.Found own() {
    var outcome = ownFee.handle(new OwnFee.Query(shop.owner(), CAD));
    return Trade.as(OwnFee.Outcome.Found.class, outcome);
  }

  private BookingId booked() {
    days++;
    var start = Trade.TUESDAY.plus(Duration.ofDays(days));
    return trade.booked(
        Order.of(client, shop).at(start).paidWith(InMemoryPaymentGateway.OK).command());
  }

  private String feeOf(BookingId booking) {
    var details = trade.details(booking);
    var terms = details.view().booking().fee().orElseThrow();
    return details.fee().amount().minor() + " " + terms.rule();
  }

  private Instant now() {
    return in.market.instant();
  }

  private static FeeRuleId unknownRule() {
    return new FeeRuleId(UUID.randomUUID());
  }

  private static SellerTierId unknownTier() {
    return new SellerTierId(UUID.randomUUID());
  }

  private static FeeRules.Selection allRules() {
    return new FeeRules.Selection(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static SellerTiers.Selection allTiers() {
    return new SellerTiers.Selection(Optional.empty(), Optional.empty());
  }

  private static VolumeMonths.Selection allMonths() {
    return new VolumeMonths.Selection(Optional.empty(), Optional.empty());
  }
}
