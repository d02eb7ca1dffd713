package org.mercat.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.mercat.application.audit.port.InMemoryAuditTrail;
import org.mercat.application.audit.port.InMemorySystemEvents;
import org.mercat.application.availability.port.BusyTimes;
import org.mercat.application.availability.port.InMemoryCalendarOwners;
import org.mercat.application.availability.port.InMemoryServiceTimes;
import org.mercat.application.availability.port.InMemoryTimetables;
import org.mercat.application.booking.port.InMemoryBookingReadModel;
import org.mercat.application.booking.port.InMemoryBookingReadModel.MoneyOf;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.InMemoryFeeTariffs;
import org.mercat.application.booking.port.InMemoryMoneyUnderWay;
import org.mercat.application.booking.port.InMemoryProviderOwners;
import org.mercat.application.booking.port.InMemoryServiceOffers;
import org.mercat.application.booking.port.InMemoryTaxesInForce;
import org.mercat.application.catalog.port.InMemoryListingSearch;
import org.mercat.application.catalog.port.InMemoryListings;
import org.mercat.application.catalog.port.InMemorySellers;
import org.mercat.application.fee.port.InMemoryFeeBooks;
import org.mercat.application.fee.port.InMemoryFeeRules;
import org.mercat.application.fee.port.InMemoryPlatformFees;
import org.mercat.application.fee.port.InMemorySellerTiers;
import org.mercat.application.fee.port.InMemoryVolumeMonths;
import org.mercat.application.identity.port.InMemoryFailureCounts;
import org.mercat.application.identity.port.InMemoryKeyedDigest;
import org.mercat.application.identity.port.InMemoryPasswordHasher;
import org.mercat.application.identity.port.InMemorySecondFactors;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.InMemoryUserRights;
import org.mercat.application.identity.port.InMemoryUserSessions;
import org.mercat.application.identity.port.InMemoryUserTokens;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.notification.port.InMemoryMessages;
import org.mercat.application.payment.port.InMemoryBilledBookings;
import org.mercat.application.payment.port.InMemoryBookingParties;
import org.mercat.application.payment.port.InMemoryChargebackPolicies;
import org.mercat.application.payment.port.InMemoryChargebacks;
import org.mercat.application.payment.port.InMemoryCollectionPlans;
import org.mercat.application.payment.port.InMemoryCreditNotes;
import org.mercat.application.payment.port.InMemoryDirectBookings;
import org.mercat.application.payment.port.InMemoryEarnings;
import org.mercat.application.payment.port.InMemoryGatewayInbox;
import org.mercat.application.payment.port.InMemoryHeldMoney;
import org.mercat.application.payment.port.InMemoryInvoiceNotebook;
import org.mercat.application.payment.port.InMemoryInvoices;
import org.mercat.application.payment.port.InMemoryLedger;
import org.mercat.application.payment.port.InMemoryPayeeProfiles;
import org.mercat.application.payment.port.InMemoryPayees;
import org.mercat.application.payment.port.InMemoryPayerActions;
import org.mercat.application.payment.port.InMemoryPayers;
import org.mercat.application.payment.port.InMemoryPaymentGateway;
import org.mercat.application.payment.port.InMemoryPaymentOperations;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.payment.port.InMemoryPayoutPlans;
import org.mercat.application.payment.port.InMemoryPayouts;
import org.mercat.application.payment.port.InMemoryReconciliations;
import org.mercat.application.payment.port.InMemorySavedMethods;
import org.mercat.application.payment.port.InMemoryStatements;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.review.port.InMemoryReviewableWork;
import org.mercat.application.review.port.InMemoryReviews;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryVerification;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.tax.port.InMemoryRecordedRules;
import org.mercat.application.tax.port.InMemoryTaxSums;
import org.mercat.application.tax.port.InMemoryTaxedSellers;
import org.mercat.domain.identity.Standing.Closed;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;

/** Every port of the core over the stores of one market. */
public final class InMemoryAdapters {

  /** A Sunday, 9 o'clock in Toronto. */
  public static final Instant START = Instant.parse("2026-11-15T14:00:00Z");

  public final SettableClock market = new SettableClock(START);
  public final SettableClock system = new SettableClock(START);
  public final InMemoryZoneBook zones = new InMemoryZoneBook();
  public final Reactions reactions = new Reactions();
  public final InMemoryEventOutbox outbox = new InMemoryEventOutbox(reactions);

  public final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  public final InMemorySystemEvents systemEvents = new InMemorySystemEvents();

  public final InMemoryUsers users = new InMemoryUsers();
  public final InMemoryUserRights rights = new InMemoryUserRights(users);
  public final InMemoryUserSessions sessions = new InMemoryUserSessions();
  public final InMemoryTokens tokens = new InMemoryTokens();
  public final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();
  public final InMemoryUserTokens userTokens = new InMemoryUserTokens();
  public final InMemorySecondFactors factors = new InMemorySecondFactors();
  public final InMemoryFailureCounts failures = new InMemoryFailureCounts();
  public final InMemoryKeyedDigest digest = new InMemoryKeyedDigest();
  public final InMemoryVerification verification = new InMemoryVerification(users, false);
  public final InMemoryMessages messages = new InMemoryMessages();

  public final InMemoryProviders providers = new InMemoryProviders();
  public final InMemoryListings listings = new InMemoryListings();
  public final InMemorySellers sellers = new InMemorySellers(providers);
  public final InMemoryListingSearch search = new InMemoryListingSearch(listings, providers);
  public final InMemoryTimetables timetables = new InMemoryTimetables();
  public final InMemoryCalendarOwners calendarOwners = new InMemoryCalendarOwners(providers);
  public final InMemoryServiceTimes serviceTimes = new InMemoryServiceTimes(listings, providers);
  public final InMemoryPlatformFees fees = new InMemoryPlatformFees();
  public final InMemoryFeeRules feeRules = new InMemoryFeeRules();
  public final InMemorySellerTiers tiers = new InMemorySellerTiers();

  public final InMemoryRecordedRules taxRules = InMemoryRecordedRules.ofCanada();
  public final InMemoryTaxedSellers taxedSellers = new InMemoryTaxedSellers(providers);
  public final InMemoryTaxesInForce taxes = new InMemoryTaxesInForce(taxRules, zones);

  public final InMemoryBookings bookings = new InMemoryBookings();
  public final BusyTimes busyTimes = this::claimed;
  public final InMemoryCollectionPlans collectionPlans = new InMemoryCollectionPlans();
  public final InMemoryServiceOffers offers =
      new InMemoryServiceOffers(listings, providers, timetables, collectionPlans);
  public final InMemoryProviderOwners providerOwners = new InMemoryProviderOwners(providers);

  public final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway(system);
  public final InMemoryPayerActions actions = new InMemoryPayerActions(gateway);
  public final InMemoryPayments payments = new InMemoryPayments();
  public final InMemoryPaymentOperations operations = new InMemoryPaymentOperations();
  public final InMemoryMoneyUnderWay moneyUnderWay = new InMemoryMoneyUnderWay(operations);
  public final InMemoryLedger ledger = new InMemoryLedger();
  public final InMemoryHeldMoney heldMoney =
      new InMemoryHeldMoney(payments, ledger, this::countryOf);
  public final InMemoryStatements statements = new InMemoryStatements(ledger);
  public final InMemoryVolumeMonths volumes =
      new InMemoryVolumeMonths(
          payments, ledger, seller -> providers.find(seller).orElseThrow().profile().zone());
  public final InMemoryFeeBooks feeBooks =
      new InMemoryFeeBooks(fees, feeRules, tiers, volumes, providers, zones);
  public final InMemoryFeeTariffs tariffs = new InMemoryFeeTariffs(feeBooks, providers);
  public final InMemoryTaxSums taxSums = new InMemoryTaxSums(bookings, payments, ledger, zones);
  public final InMemoryReconciliations reconciliations = new InMemoryReconciliations();
  public final InMemoryPayees payees = new InMemoryPayees();
  public final InMemoryEarnings earnings = new InMemoryEarnings();
  public final InMemoryPayouts payouts = new InMemoryPayouts();
  public final InMemoryChargebacks chargebacks = new InMemoryChargebacks();
  public final InMemoryChargebackPolicies chargebackPolicies = new InMemoryChargebackPolicies();
  public final InMemoryPayoutPlans plans =
      new InMemoryPayoutPlans(
          earnings,
          provider -> zones.zone(providers.find(provider).orElseThrow().profile().zone()));
  public final InMemoryGatewayInbox inbox = new InMemoryGatewayInbox();
  public final InMemoryBookingParties parties = new InMemoryBookingParties(bookings, providers);
  public final InMemoryInvoices invoices =
      new InMemoryInvoices(provider -> providers.find(provider).map(Provider::owner));
  public final InMemoryDirectBookings directBookings =
      new InMemoryDirectBookings(bookings, invoices);
  public final InMemoryCreditNotes creditNotes = new InMemoryCreditNotes();
  public final InMemoryInvoiceNotebook notebook = new InMemoryInvoiceNotebook();
  public final InMemoryBilledBookings billedBookings =
      new InMemoryBilledBookings(
          bookings,
          providers,
          listings,
          taxRules,
          person -> users.find(person).orElseThrow().profile().name().whole());
  public final InMemoryPayers payers =
      new InMemoryPayers(
          person ->
              users
                  .findClosed(person)
                  .map(UserAccount::standing)
                  .filter(Closed.class::isInstance)
                  .map(Closed.class::cast)
                  .map(Closed::at));
  public final InMemorySavedMethods methods = new InMemorySavedMethods();
  public final InMemoryPayeeProfiles payeeProfiles = new InMemoryPayeeProfiles(providers, users);
  public final InMemoryBookingReadModel readModel =
      new InMemoryBookingReadModel(
          bookings,
          provider -> providers.find(provider).orElseThrow().owner(),
          booking -> payments.find(booking).map(MoneyOf::of));

  public final InMemoryReviews reviews = new InMemoryReviews();
  public final InMemoryReviewableWork reviewableWork = new InMemoryReviewableWork(bookings);

  public final InMemoryUnitOfWork unitOfWork =
      new InMemoryUnitOfWork(
          outbox,
          trail,
          users,
          rights,
          sessions,
          userTokens,
          factors,
          failures,
          verification,
          messages,
          providers,
          listings,
          timetables,
          fees,
          feeRules,
          tiers,
          volumes,
          taxRules,
          bookings,
          payments,
          operations,
          ledger,
          heldMoney,
          invoices,
          creditNotes,
          notebook,
          reconciliations,
          payees,
          payers,
          methods,
          earnings,
          payouts,
          chargebacks,
          chargebackPolicies,
          plans,
          collectionPlans,
          directBookings,
          inbox,
          reviews);

  private String countryOf(ProviderId provider) {
    return providers.find(provider).orElseThrow().profile().place().jurisdiction().country();
  }

  private List<TimeSlot> claimed(ProviderId provider, TimeSlot range) {
    return bookings.claimsOf(provider).stream()
        .filter(range::overlaps)
        .sorted(Comparator.comparing(TimeSlot::from))
        .toList();
  }
}
