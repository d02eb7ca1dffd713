package org.mercat.application;

import org.mercat.application.audit.RecordDisclosure;
import org.mercat.application.audit.RecordEvent;
import org.mercat.application.audit.RecordIncident;
import org.mercat.application.availability.FreeSlots;
import org.mercat.application.availability.SetWeeklyHours;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.BookingDetails;
import org.mercat.application.booking.BookingList;
import org.mercat.application.booking.FollowPayment;
import org.mercat.application.booking.LetTimePass;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.QuotePrice;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.catalog.CreateListing;
import org.mercat.application.catalog.SearchListings;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.CheckCode;
import org.mercat.application.identity.CheckPassword;
import org.mercat.application.identity.EnsureFirstAdmin;
import org.mercat.application.identity.LogIn;
import org.mercat.application.identity.OpenSession;
import org.mercat.application.identity.RegisterUser;
import org.mercat.application.identity.SendToken;
import org.mercat.application.identity.TellOwner;
import org.mercat.application.payment.AnnotateInvoice;
import org.mercat.application.payment.AskGateway;
import org.mercat.application.payment.AskPayerAccounts;
import org.mercat.application.payment.BookingLedger;
import org.mercat.application.payment.CompareDay;
import org.mercat.application.payment.CompareDispute;
import org.mercat.application.payment.CompareOperation;
import org.mercat.application.payment.CountFunds;
import org.mercat.application.payment.CreditNoteDetails;
import org.mercat.application.payment.DeadEventList;
import org.mercat.application.payment.DirectSteps;
import org.mercat.application.payment.FollowBooking;
import org.mercat.application.payment.FollowDispute;
import org.mercat.application.payment.HeldFundsList;
import org.mercat.application.payment.InvoiceDetails;
import org.mercat.application.payment.InvoiceList;
import org.mercat.application.payment.IssueCreditNote;
import org.mercat.application.payment.IssueInvoice;
import org.mercat.application.payment.LedgerAudit;
import org.mercat.application.payment.LiftPause;
import org.mercat.application.payment.MoneySteps;
import org.mercat.application.payment.OpenPayeeAccount;
import org.mercat.application.payment.OwnBalance;
import org.mercat.application.payment.OwnPayeeAccount;
import org.mercat.application.payment.OwnPayouts;
import org.mercat.application.payment.OwnStatement;
import org.mercat.application.payment.PayeeAccountDetails;
import org.mercat.application.payment.PaymentProgress;
import org.mercat.application.payment.PayoutDetails;
import org.mercat.application.payment.PayoutList;
import org.mercat.application.payment.PostGatewayFee;
import org.mercat.application.payment.PrintInvoice;
import org.mercat.application.payment.ProcessGatewayEvents;
import org.mercat.application.payment.Receivables;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.ReconcileDay;
import org.mercat.application.payment.ReconcilePastDays;
import org.mercat.application.payment.ReconciliationList;
import org.mercat.application.payment.RecordPayment;
import org.mercat.application.payment.RecoverOperations;
import org.mercat.application.payment.RefreshPayees;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.ReleasePayout;
import org.mercat.application.payment.RequestPayout;
import org.mercat.application.payment.ResumePayouts;
import org.mercat.application.payment.RetryPayout;
import org.mercat.application.payment.ReviveEvent;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.RunPayouts;
import org.mercat.application.payment.SeePayee;
import org.mercat.application.payment.SetPayoutSchedule;
import org.mercat.application.payment.SettleOperation;
import org.mercat.application.payment.TakeUpRefund;
import org.mercat.application.payment.VoidInvoice;
import org.mercat.application.payment.WatchHeldFunds;
import org.mercat.application.payment.WatchPayouts;
import org.mercat.application.payment.WriteOffDebt;
import org.mercat.application.payment.port.InMemoryInvoiceDocument;
import org.mercat.application.provider.RecordPayability;
import org.mercat.application.provider.RegisterProvider;
import org.mercat.application.provider.VerifyProvider;
import org.mercat.application.review.LeaveReview;
import org.mercat.application.review.PublicReviews;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingEvent.BookingPlaced;
import org.mercat.domain.payment.PayeeEvent.PayeeChanged;
import org.mercat.domain.payment.PaymentEvent;
import org.mercat.domain.payment.PaymentEvent.PaymentCaptured;
import org.mercat.domain.payment.PaymentEvent.RefundPaid;
import org.mercat.domain.shared.DomainEvent;

/** The use cases of the main job over {@link InMemoryAdapters}, with their reactions. */
public final class WholeMarket {

  public final InMemoryAdapters in = new InMemoryAdapters();
  private final Access access = new AccessRules();
  private final Disclosures disclosures = new RecordDisclosure(in.trail)::handle;

  private final TellOwner tellOwner = new TellOwner(in.messages);
  public final RegisterUser registerUser =
      new RegisterUser(
          in.users,
          in.verification,
          in.hasher,
          new SendToken(in.userTokens, in.tokens, tellOwner, in.system),
          tellOwner,
          in.outbox,
          in.unitOfWork,
          in.market);
  public final EnsureFirstAdmin ensureFirstAdmin =
      new EnsureFirstAdmin(in.users, in.hasher, in.outbox, in.unitOfWork, in.market);
  public final LogIn logIn =
      new LogIn(
          in.users,
          new CheckPassword(
              in.users,
              in.failures,
              in.digest,
              in.hasher,
              tellOwner,
              in.outbox,
              in.unitOfWork,
              in.system),
          new CheckCode(in.factors, in.failures, in.digest, tellOwner, in.outbox, in.system),
          new OpenSession(in.sessions, in.tokens, in.outbox),
          in.hasher,
          in.tokens,
          in.unitOfWork,
          in.system);
  public final AuthenticateCaller authenticateCaller =
      new AuthenticateCaller(
          in.tokens,
          in.sessions,
          in.users,
          in.rights,
          new RecordIncident(in.trail, in.unitOfWork)::handle,
          in.unitOfWork,
          in.system);

  public final RegisterProvider registerProvider =
      new RegisterProvider(access, in.providers, in.outbox, in.unitOfWork, in.market);
  public final VerifyProvider verifyProvider =
      new VerifyProvider(access, in.providers, in.outbox, in.unitOfWork, in.market);
  public final CreateListing createListing =
      new CreateListing(access, in.listings, in.sellers, in.outbox, in.unitOfWork, in.market);
  public final ActOnListing actOnListing =
      new ActOnListing(
          access, in.verification, in.listings, in.sellers, in.outbox, in.unitOfWork, in.market);
  public final SearchListings searchListings = new SearchListings(in.search, in.unitOfWork);
  public final SetWeeklyHours setWeeklyHours =
      new SetWeeklyHours(
          access, in.timetables, in.calendarOwners, in.outbox, in.unitOfWork, in.market);
  public final FreeSlots freeSlots =
      new FreeSlots(
          in.serviceTimes, in.timetables, in.busyTimes, in.zones, in.unitOfWork, in.market);
  public final SetPlatformFee setPlatformFee =
      new SetPlatformFee(access, in.fees, in.outbox, in.unitOfWork, in.market);

  public final QuotePrice quotePrice =
      new QuotePrice(in.offers, in.taxes, in.tariffs, in.unitOfWork, in.market);
  public final PlaceBooking placeBooking =
      new PlaceBooking(
          access,
          in.verification,
          in.bookings,
          in.offers,
          quotePrice,
          in.zones,
          in.outbox,
          in.unitOfWork,
          in.market);
  public final ActOnBooking actOnBooking =
      new ActOnBooking(
          access,
          in.verification,
          in.bookings,
          in.providerOwners,
          in.moneyUnderWay,
          in.outbox,
          in.unitOfWork,
          in.market);
  public final LetTimePass letTimePass =
      new LetTimePass(in.bookings, in.outbox, in.unitOfWork, in.market);
  public final BookingDetails bookingDetails =
      new BookingDetails(
          access, in.readModel, in.tariffs, in.taxes, disclosures, in.unitOfWork, in.market);
  public final BookingList bookingList =
      new BookingList(access, in.readModel, bookingDetails, in.unitOfWork);

  private final MoneySteps money = MoneySteps.of(in, in.ledger, in.outbox, in.unitOfWork);
  public final RecordPayment recordPayment = money.recordPayment();
  public final SettleOperation settleOperation = money.settleOperation();
  public final AskGateway askGateway =
      new AskGateway(in.gateway, new AskPayerAccounts(in.gateway.payers(), in.system), in.system);
  public final RunOperations runOperations =
      new RunOperations(in.operations, askGateway, settleOperation, in.unitOfWork);
  public final RecoverOperations recoverOperations =
      new RecoverOperations(in.operations, askGateway, settleOperation, in.unitOfWork, in.system);
  public final RunPayouts runPayouts = runPayouts(in.unitOfWork);
  public final OpenPayeeAccount openPayeeAccount =
      new OpenPayeeAccount(
          access,
          in.payeeProfiles,
          in.payees,
          in.operations,
          in.gateway,
          runOperations,
          in.unitOfWork,
          in.system);
  public final OwnPayeeAccount ownPayeeAccount =
      new OwnPayeeAccount(access, in.payeeProfiles, in.payees, in.gateway, in.unitOfWork);
  public final PaymentProgress paymentProgress =
      new PaymentProgress(access, in.parties, in.operations, in.actions, in.unitOfWork);
  public final SavedMethodUseCases savedMethods =
      new SavedMethodUseCases(in, access, runOperations);
  public final RequestPayout requestPayout =
      new RequestPayout(
          access,
          in.payeeProfiles,
          in.plans,
          in.payouts,
          money.decidePayouts(),
          runOperations,
          in.unitOfWork,
          in.market);
  public final RetryPayout retryPayout = retryPayout(in.unitOfWork);
  public final LiftPause liftPause =
      new LiftPause(access, in.plans, in.outbox, in.unitOfWork, in.market);
  public final SetPayoutSchedule setPayoutSchedule =
      new SetPayoutSchedule(
          access, in.payeeProfiles, in.plans, in.outbox, in.unitOfWork, in.market);
  public final OwnBalance ownBalance =
      new OwnBalance(access, in.payeeProfiles, in.earnings, in.plans, in.ledger, in.unitOfWork);
  public final OwnStatement ownStatement =
      new OwnStatement(access, in.payeeProfiles, in.statements, in.unitOfWork);
  public final OwnPayouts ownPayouts =
      new OwnPayouts(access, in.payeeProfiles, in.payouts, in.unitOfWork);
  public final PayoutDetails payoutDetails =
      new PayoutDetails(access, in.payeeProfiles, in.payouts, in.earnings, in.unitOfWork);
  public final PayoutList payoutList =
      new PayoutList(access, in.payouts, disclosures, in.unitOfWork);
  public final Receivables receivables =
      new Receivables(access, in.statements, disclosures, in.unitOfWork, in.market);
  public final WriteOffDebt writeOffDebt = writeOffDebt(in.unitOfWork);
  public final RefundBooking refundBooking =
      new RefundBooking(access, in.parties, in.payments, recordPayment, in.unitOfWork, in.market);
  public final ReleasePayout releasePayout =
      new ReleasePayout(access, in.payments, recordPayment, in.unitOfWork, in.market);
  public final FollowDispute followDispute =
      new FollowDispute(in.gateway.disputes(), money.takeUpDispute(), in.systemEvents);
  public final ChargebackUseCases chargebacks =
      new ChargebackUseCases(in, access, disclosures, followDispute);
  public final ReceiveGatewayEvent receiveGatewayEvent =
      new ReceiveGatewayEvent(in.inbox, in.unitOfWork, in.system);
  private final SeePayee seePayee =
      new SeePayee(in.payees, in.gateway, in.outbox, in.unitOfWork, in.market);
  public final ProcessGatewayEvents processGatewayEvents =
      new ProcessGatewayEvents(
          in.inbox,
          in.gateway,
          in.gateway.payers(),
          settleOperation,
          new TakeUpRefund(
              in.payments, in.operations, recordPayment, in.unitOfWork, in.market, in.system),
          seePayee,
          followDispute,
          in.unitOfWork,
          in.system);
  public final RefreshPayees refreshPayees = new RefreshPayees(in.payees, seePayee, in.unitOfWork);
  public final PayeeAccountDetails payeeAccountDetails =
      new PayeeAccountDetails(access, in.payees, in.gateway, disclosures, in.unitOfWork);
  public final BookingLedger bookingLedger =
      new BookingLedger(access, in.parties, in.ledger, disclosures, in.unitOfWork);
  public final InvoiceDetails invoiceDetails =
      new InvoiceDetails(
          access,
          in.parties,
          in.invoices,
          in.creditNotes,
          in.notebook,
          disclosures,
          in.outbox,
          in.unitOfWork,
          in.unitOfWork,
          in.market);
  public final InvoiceList invoiceList =
      new InvoiceList(access, in.invoices, disclosures, in.unitOfWork);
  public final AnnotateInvoice annotateInvoice =
      new AnnotateInvoice(
          access, in.parties, in.invoices, in.notebook, in.outbox, in.unitOfWork, in.market);
  public final VoidInvoice voidInvoice =
      new VoidInvoice(access, in.invoices, in.outbox, in.unitOfWork, in.market);
  public final DirectSteps direct = DirectSteps.of(in, access);
  public final CreditNoteDetails creditNoteDetails =
      new CreditNoteDetails(access, in.creditNotes, invoiceDetails, in.unitOfWork);
  public final PrintInvoice printInvoice =
      new PrintInvoice(invoiceDetails, creditNoteDetails, new InMemoryInvoiceDocument());
  public final LedgerAudit ledgerAudit =
      new LedgerAudit(access, in.ledger, in.systemEvents, in.unitOfWork);

  public final HeldFundsList heldFundsList = new HeldFundsList(access, in.heldMoney, in.unitOfWork);
  public final WatchHeldFunds watchHeldFunds =
      new WatchHeldFunds(in.heldMoney, in.systemEvents, in.unitOfWork, in.market);

  public final WatchPayouts watchPayouts =
      new WatchPayouts(in.operations, in.gateway, settleOperation, in.unitOfWork, in.system);

  private final CompareDay compareDay =
      new CompareDay(
          in.gateway.books(),
          new CompareOperation(in.gateway, in.operations, in.payouts, in.ledger, in.unitOfWork),
          new CompareDispute(in.chargebacks, in.gateway.disputes(), in.unitOfWork),
          new PostGatewayFee(in.ledger, in.operations, in.unitOfWork, in.market),
          in.operations,
          in.reconciliations,
          in.systemEvents,
          in.unitOfWork,
          in.system);
  public final ReconcileDay reconcileDay = new ReconcileDay(access, compareDay, in.system);
  public final ReconcilePastDays reconcilePastDays =
      new ReconcilePastDays(compareDay, in.reconciliations, in.unitOfWork, in.system);
  public final DeadEventList deadEventList = new DeadEventList(access, in.inbox, in.unitOfWork);
  public final ReviveEvent reviveEvent =
      new ReviveEvent(access, in.inbox, in.unitOfWork, in.system);
  public final ReconciliationList reconciliationList =
      new ReconciliationList(access, in.reconciliations, in.unitOfWork);

  public final LeaveReview leaveReview =
      new LeaveReview(access, in.reviewableWork, in.reviews, in.outbox, in.unitOfWork, in.market);
  public final PublicReviews publicReviews = new PublicReviews(in.reviews, in.unitOfWork);

  /** As on another node. */
  public RunPayouts runPayouts(UnitOfWork unitOfWork) {
    return new RunPayouts(
        in.plans, in.payouts, money.decidePayouts(), runOperations, unitOfWork, in.market);
  }

  /** As on another node. */
  public RetryPayout retryPayout(UnitOfWork unitOfWork) {
    return new RetryPayout(
        access,
        in.payouts,
        in.plans,
        new CountFunds(in.ledger, in.earnings),
        money.recordPayout(),
        runOperations,
        unitOfWork,
        in.market);
  }

  /** As on another node. */
  public WriteOffDebt writeOffDebt(UnitOfWork unitOfWork) {
    return new WriteOffDebt(
        access,
        in.ledger,
        in.statements,
        new CountFunds(in.ledger, in.earnings),
        in.payments,
        in.payouts,
        in.outbox,
        unitOfWork,
        in.market);
  }

  public WholeMarket() {
    var followPayment = new FollowPayment(in.bookings, in.tariffs, in.taxes, in.outbox, in.market);
    var followBooking =
        new FollowBooking(
            in.payments, in.operations, in.methods, recordPayment, in.market, in.system);
    var recordPayability = new RecordPayability(in.providers, in.outbox, in.market);
    in.reactions.on(DomainEvent.class, new RecordEvent(in.trail)::handle);
    in.reactions.on(PaymentEvent.class, followPayment::handle);
    in.reactions.on(BookingEvent.class, followBooking::handle);
    in.reactions.on(BookingPlaced.class, DirectSteps.agreeing(in)::handle);
    in.reactions.on(PayeeChanged.class, recordPayability::handle);
    in.reactions.on(PayeeChanged.class, new ResumePayouts(in.plans)::handle);
    in.reactions.on(
        PaymentCaptured.class,
        new IssueInvoice(in.payments, in.billedBookings, in.invoices, in.zones, in.outbox)::handle);
    in.reactions.on(
        RefundPaid.class,
        new IssueCreditNote(in.payments, in.invoices, in.creditNotes, in.zones, in.outbox)::handle);
  }
}
