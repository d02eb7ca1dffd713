package org.mercat.application.scenario;

import org.mercat.application.WholeMarket;
import org.mercat.application.payment.AskGateway;
import org.mercat.application.payment.AskPayerAccounts;
import org.mercat.application.payment.CountFunds;
import org.mercat.application.payment.MoneySteps;
import org.mercat.application.payment.OpenPayeeAccount;
import org.mercat.application.payment.ProcessGatewayEvents;
import org.mercat.application.payment.RecoverOperations;
import org.mercat.application.payment.RetryPayout;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.RunPayouts;
import org.mercat.application.payment.SeePayee;
import org.mercat.application.payment.TakeUpRefund;
import org.mercat.application.payment.port.InMemoryPaymentOperations;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.shared.AccessRules;

/** The use cases of a market that call a gateway, over the stores of that market. */
final class MoneyTasks {

  final AskGateway askGateway;
  final RunOperations runOperations;
  final RecoverOperations recoverOperations;
  final ProcessGatewayEvents processGatewayEvents;
  final RunPayouts runPayouts;
  final RetryPayout retryPayout;
  final OpenPayeeAccount openPayeeAccount;

  /** These store what the gateway is to be asked for, and ask nothing. */
  final RunPayouts onlyDecidePayouts;

  final OpenPayeeAccount onlyDecidePayee;

  MoneyTasks(WholeMarket market, PaymentGateway gateway) {
    var in = market.in;
    var units = in.unitOfWork;
    var settle = market.settleOperation;
    var money = MoneySteps.of(in, in.ledger, in.outbox, units);
    askGateway =
        new AskGateway(gateway, new AskPayerAccounts(in.gateway.payers(), in.system), in.system);
    runOperations = new RunOperations(in.operations, askGateway, settle, units);
    recoverOperations = new RecoverOperations(in.operations, askGateway, settle, units, in.system);
    processGatewayEvents =
        new ProcessGatewayEvents(
            in.inbox,
            gateway,
            in.gateway.payers(),
            settle,
            new TakeUpRefund(
                in.payments, in.operations, money.recordPayment(), units, in.market, in.system),
            new SeePayee(in.payees, gateway, in.outbox, units, in.market),
            market.followDispute,
            units,
            in.system);
    runPayouts =
        new RunPayouts(
            in.plans, in.payouts, money.decidePayouts(), runOperations, units, in.market);
    retryPayout =
        new RetryPayout(
            new AccessRules(),
            in.payouts,
            in.plans,
            new CountFunds(in.ledger, in.earnings),
            money.recordPayout(),
            runOperations,
            units,
            in.market);
    openPayeeAccount = opening(market, gateway, runOperations);
    var nobody = new RunOperations(new InMemoryPaymentOperations(), askGateway, settle, units);
    onlyDecidePayouts =
        new RunPayouts(in.plans, in.payouts, money.decidePayouts(), nobody, units, in.market);
    onlyDecidePayee = opening(market, gateway, nobody);
  }

  private static OpenPayeeAccount opening(
      WholeMarket market, PaymentGateway gateway, RunOperations runOperations) {
    var in = market.in;
    return new OpenPayeeAccount(
        new AccessRules(),
        in.payeeProfiles,
        in.payees,
        in.operations,
        gateway,
        runOperations,
        in.unitOfWork,
        in.system);
  }
}
