package org.mercat.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.Requirements;
import org.mercat.domain.payment.GatewayReference;

/**
 * The accounts of payees at Stripe, by one of its APIs. The market bears Stripe's fees and the
 * losses, Stripe asks for what the law wants to know, and the payee sees Stripe's small dashboard.
 */
sealed interface PayeeAccounts permits AccountsOfV1, AccountsOfV2 {

  /**
   * An account as it is now.
   *
   * @param metadata what it carries; empty when it carries nothing
   * @param detailsSubmitted whether the payee has nothing left to tell
   */
  record Account(
      String id,
      Map<String, String> metadata,
      boolean detailsSubmitted,
      boolean payoutsEnabled,
      Requirements requirements) {

    /** Empty when it is none of this tenant's. */
    Optional<PayeeView> view() {
      return Marks.key(metadata)
          .map(
              key ->
                  new PayeeView(
                      new GatewayReference(id),
                      key,
                      detailsSubmitted,
                      payoutsEnabled,
                      requirements));
    }
  }

  StripeCalls.Made<Account> open(
      StripeClient client,
      PayeeProfile profile,
      Map<String, String> metadata,
      RequestOptions options)
      throws StripeException;

  Account read(StripeClient client, String id) throws StripeException;

  /** The address of a page on which the payee goes on; it can be used once. */
  String link(StripeClient client, String id, RequestOptions options) throws StripeException;

  /**
   * Looks through the accounts, which Stripe lists without delay.
   *
   * @param since seconds from which on it can have been opened
   */
  Optional<Account> find(StripeClient client, long since, Predicate<Account> fits)
      throws StripeException;
}
