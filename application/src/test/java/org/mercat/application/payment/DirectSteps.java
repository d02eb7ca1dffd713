package org.mercat.application.payment;

import org.mercat.application.InMemoryAdapters;
import org.mercat.application.shared.Access;

/** What is done about money that clients pay the provider himself, over in-memory adapters. */
public record DirectSteps(
    SetCollectionPlan setCollectionPlan,
    OwnCollectionPlan ownCollectionPlan,
    SettleDirectBooking settleDirectBooking,
    SettleDirectBookings settleDirectBookings,
    MarkInvoicePaid markInvoicePaid,
    ConfirmInvoicePayment confirmInvoicePayment,
    NoteOverdueInvoices noteOverdueInvoices) {

  public static DirectSteps of(InMemoryAdapters in, Access access) {
    var settle =
        new SettleDirectBooking(
            in.directBookings,
            in.billedBookings,
            in.invoices,
            in.earnings,
            in.ledger,
            in.zones,
            in.outbox,
            in.unitOfWork,
            in.market);
    return new DirectSteps(
        new SetCollectionPlan(
            access, in.payeeProfiles, in.collectionPlans, in.outbox, in.unitOfWork, in.market),
        new OwnCollectionPlan(access, in.payeeProfiles, in.collectionPlans, in.unitOfWork),
        settle,
        new SettleDirectBookings(in.directBookings, settle, in.unitOfWork),
        new MarkInvoicePaid(
            access,
            in.parties,
            in.invoices,
            in.directBookings,
            settle,
            in.outbox,
            in.unitOfWork,
            in.unitOfWork,
            in.market),
        new ConfirmInvoicePayment(access, in.invoices, in.outbox, in.unitOfWork, in.market),
        new NoteOverdueInvoices(in.invoices, in.outbox, in.unitOfWork, in.market));
  }

  public static AgreeDirectPayment agreeing(InMemoryAdapters in) {
    return new AgreeDirectPayment(in.collectionPlans, in.directBookings, in.outbox);
  }
}
