package org.mercat.application.payment;

import org.mercat.application.InMemoryAdapters;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;

/** The use cases that carry out what others have decided about money, as they belong together. */
public record MoneySteps(
    RecordPayment recordPayment,
    RecordPayout recordPayout,
    SettleOperation settleOperation,
    DecidePayouts decidePayouts,
    TakeUpDispute takeUpDispute) {

  public static MoneySteps of(
      InMemoryAdapters in, Ledger ledger, EventOutbox outbox, UnitOfWork unitOfWork) {
    var transfers = new RecordTransfers(in.earnings, in.operations, ledger, in.system);
    var funds = new CountFunds(ledger, in.earnings);
    var debt = new TakeBackDebt(in.earnings, funds, transfers);
    var earning = new RecordEarning(in.earnings, funds, transfers);
    var payment = new RecordPayment(in.payments, in.operations, ledger, earning, outbox, in.system);
    var payout =
        new RecordPayout(in.payouts, in.plans, in.payees, in.operations, ledger, outbox, in.system);
    var settle =
        new SettleOperation(
            in.operations,
            in.payments,
            in.payees,
            payment,
            new TakeBackRefund(in.payments, in.earnings, payment, in.market),
            new SettleTransfer(in.earnings, in.payouts, funds, transfers, payout, in.market),
            new SettlePayout(in.payouts, payout, debt, in.market),
            new SettlePayer(in.payers, in.methods, in.operations, outbox, in.market, in.system),
            outbox,
            unitOfWork,
            in.market);
    var decide =
        new DecidePayouts(
            in.earnings,
            in.payouts,
            in.payees,
            in.payments,
            in.operations,
            ledger,
            funds,
            payout,
            debt,
            outbox,
            in.market,
            in.system);
    var dispute =
        new TakeUpDispute(
            in.chargebacks,
            in.chargebackPolicies,
            in.payments,
            in.earnings,
            payment,
            outbox,
            unitOfWork,
            in.market);
    return new MoneySteps(payment, payout, settle, decide, dispute);
  }
}
