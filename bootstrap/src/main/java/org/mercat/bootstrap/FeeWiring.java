package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.fee.CloseVolumeMonths;
import org.mercat.application.fee.EndFeeRule;
import org.mercat.application.fee.EndSellerTier;
import org.mercat.application.fee.FeeRuleDetails;
import org.mercat.application.fee.FeeRuleList;
import org.mercat.application.fee.OwnFee;
import org.mercat.application.fee.PlatformFeeInForce;
import org.mercat.application.fee.SellerTierDetails;
import org.mercat.application.fee.SellerTierList;
import org.mercat.application.fee.SetFeeRule;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.fee.SetSellerTier;
import org.mercat.application.fee.VolumeMonthList;
import org.mercat.application.fee.port.FeeBooks;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.persistence.fee.MyBatisFeeBooks;
import org.mercat.persistence.fee.MyBatisFeeRules;
import org.mercat.persistence.fee.MyBatisPlatformFees;
import org.mercat.persistence.fee.MyBatisSellerTiers;
import org.mercat.persistence.fee.MyBatisVolumeMonths;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;

/** What the platform takes. */
final class FeeWiring {

  @Produces
  @Singleton
  PlatformFees fees(Sessions sessions) {
    return new MyBatisPlatformFees(sessions);
  }

  @Produces
  @Singleton
  PlatformFeeInForce inForce(Access access, PlatformFees fees, UnitOfWork unitOfWork) {
    return new PlatformFeeInForce(access, fees, unitOfWork);
  }

  @Produces
  @Singleton
  SetPlatformFee setPlatformFee(
      Access access,
      PlatformFees fees,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetPlatformFee(access, fees, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  FeeRules feeRules(Sessions sessions) {
    return new MyBatisFeeRules(sessions);
  }

  @Produces
  @Singleton
  SellerTiers sellerTiers(Sessions sessions) {
    return new MyBatisSellerTiers(sessions);
  }

  @Produces
  @Singleton
  FeeBooks feeBooks(Sessions sessions, ZoneBook zones) {
    return new MyBatisFeeBooks(sessions, zones);
  }

  @Produces
  @Singleton
  FeeRuleList ruleList(Access access, FeeRules rules, UnitOfWork unitOfWork) {
    return new FeeRuleList(access, rules, unitOfWork);
  }

  @Produces
  @Singleton
  FeeRuleDetails ruleDetails(Access access, FeeRules rules, UnitOfWork unitOfWork) {
    return new FeeRuleDetails(access, rules, unitOfWork);
  }

  @Produces
  @Singleton
  SetFeeRule setFeeRule(
      Access access,
      FeeRules rules,
      FeeBooks books,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetFeeRule(access, rules, books, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  EndFeeRule endFeeRule(
      Access access,
      FeeRules rules,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new EndFeeRule(access, rules, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  SellerTierList tierList(Access access, SellerTiers tiers, UnitOfWork unitOfWork) {
    return new SellerTierList(access, tiers, unitOfWork);
  }

  @Produces
  @Singleton
  SellerTierDetails tierDetails(Access access, SellerTiers tiers, UnitOfWork unitOfWork) {
    return new SellerTierDetails(access, tiers, unitOfWork);
  }

  @Produces
  @Singleton
  SetSellerTier setSellerTier(
      Access access,
      SellerTiers tiers,
      FeeBooks books,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetSellerTier(access, tiers, books, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  EndSellerTier endSellerTier(
      Access access,
      SellerTiers tiers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new EndSellerTier(access, tiers, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  VolumeMonthList volumeMonthList(Access access, VolumeMonths volumes, UnitOfWork unitOfWork) {
    return new VolumeMonthList(access, volumes, unitOfWork);
  }

  @Produces
  @Singleton
  OwnFee ownFee(Access access, FeeBooks books, UnitOfWork unitOfWork, MarketClock market) {
    return new OwnFee(access, books, unitOfWork, market);
  }

  @Produces
  @Singleton
  VolumeMonths volumes(Sessions sessions) {
    return new MyBatisVolumeMonths(sessions);
  }

  @Produces
  @Singleton
  Job closeVolumeMonths(
      VolumeMonths volumes, ZoneBook zones, UnitOfWork unitOfWork, MarketClock market) {
    CloseVolumeMonths close = new CloseVolumeMonths(volumes, zones, unitOfWork, market);
    return new Job(
        "close-volume-months",
        Duration.ofMinutes(10),
        Job.Due.BY_MARKET,
        () -> {
          while (close.handle() > 0) {
            // Many sellers may have a month to be closed; they come in batches.
          }
        });
  }
}
