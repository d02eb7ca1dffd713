package org.mercat.payments.stripe;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.shared.EventBody;

/** Of which tenant the account of a payee is: some events do not say it. */
final class AccountOwners {

  private final StripeCalls calls;
  private final PayeeAccounts accounts;

  AccountOwners(StripeCalls calls, PayeeAccounts accounts) {
    this.calls = calls;
    this.accounts = accounts;
  }

  /** Empty when it is of none: somebody else has opened it. */
  Outcome<Optional<TenantId>> of(String account) {
    return calls.read(client -> tenant(accounts.read(client, account)));
  }

  private static Optional<TenantId> tenant(PayeeAccounts.Account account) {
    return Optional.ofNullable(account.metadata().get(Marks.TENANT))
        .flatMap(text -> EventBody.tenant(TextNode.valueOf(text)));
  }
}
