package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.application.tax.AddTaxRule;
import org.mercat.application.tax.NamedTaxRule;
import org.mercat.application.tax.QuoteTax;
import org.mercat.application.tax.SupersedeTaxRule;
import org.mercat.application.tax.TaxRuleDetails;
import org.mercat.application.tax.TaxRuleList;
import org.mercat.application.tax.TaxSummary;
import org.mercat.application.tax.WatchSmallSupplier;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.application.tax.port.TaxSums;
import org.mercat.application.tax.port.TaxedSellers;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.tax.MyBatisRecordedRules;
import org.mercat.persistence.tax.MyBatisTaxSums;
import org.mercat.persistence.tax.MyBatisTaxedSellers;

/** What is levied. */
final class TaxWiring {

  @Produces
  @Singleton
  RecordedRules recordedRules(Sessions sessions) {
    return new MyBatisRecordedRules(sessions);
  }

  @Produces
  @Singleton
  TaxedSellers sellers(Sessions sessions) {
    return new MyBatisTaxedSellers(sessions);
  }

  @Produces
  @Singleton
  TaxSums sums(Sessions sessions, ZoneBook zones) {
    return new MyBatisTaxSums(sessions, zones);
  }

  @Produces
  @Singleton
  TaxSummary taxSummary(Access access, TaxSums sums, TaxedSellers sellers, UnitOfWork unitOfWork) {
    return new TaxSummary(access, sums, sellers, unitOfWork);
  }

  @Produces
  @Singleton
  WatchSmallSupplier watch(
      Access access,
      TaxSums sums,
      TaxedSellers sellers,
      ZoneBook zones,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new WatchSmallSupplier(access, sums, sellers, zones, unitOfWork, market);
  }

  @Produces
  @Singleton
  QuoteTax quoteTax(
      Settings settings,
      RecordedRules rules,
      TaxedSellers sellers,
      ZoneBook zones,
      UnitOfWork unitOfWork,
      MarketClock market) {
    boolean platformStandsIn = settings.goodsTax() == Settings.GoodsTax.PLATFORM;
    return new QuoteTax(rules, sellers, zones, unitOfWork, market, platformStandsIn);
  }

  @Produces
  @Singleton
  NamedTaxRule named(RecordedRules rules, UnitOfWork unitOfWork) {
    return new NamedTaxRule(rules, unitOfWork);
  }

  @Produces
  @Singleton
  TaxRuleList ruleList(
      Access access, RecordedRules rules, UnitOfWork unitOfWork, MarketClock market) {
    return new TaxRuleList(access, rules, unitOfWork, market);
  }

  @Produces
  @Singleton
  TaxRuleDetails ruleDetails(Access access, RecordedRules rules, UnitOfWork unitOfWork) {
    return new TaxRuleDetails(access, rules, unitOfWork);
  }

  @Produces
  @Singleton
  AddTaxRule addTaxRule(
      Access access,
      RecordedRules rules,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new AddTaxRule(access, rules, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  SupersedeTaxRule supersedeTaxRule(
      Access access,
      RecordedRules rules,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SupersedeTaxRule(access, rules, outbox, unitOfWork, market);
  }
}
