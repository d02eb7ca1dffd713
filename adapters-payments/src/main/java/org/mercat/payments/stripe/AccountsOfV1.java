package org.mercat.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountCreateParams.Capabilities;
import com.stripe.param.AccountCreateParams.Controller;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.AccountListParams;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.Requirements;
import org.mercat.payments.stripe.StripeCalls.Made;

/** By {@code /v1/accounts}. */
final class AccountsOfV1 implements PayeeAccounts {

  private static final String ACTIVE = "active";

  private final URI market;

  AccountsOfV1(URI market) {
    this.market = market;
  }

  @Override
  public Made<Account> open(
      StripeClient client,
      PayeeProfile profile,
      Map<String, String> metadata,
      RequestOptions options)
      throws StripeException {
    var transfers = Capabilities.Transfers.builder().setRequested(true).build();
    var params =
        AccountCreateParams.builder()
            .setCountry(profile.country())
            .setEmail(profile.email())
            .setBusinessProfile(
                AccountCreateParams.BusinessProfile.builder()
                    .setName(profile.businessName())
                    .build())
            .setCapabilities(Capabilities.builder().setTransfers(transfers).build())
            .setController(controller())
            .putAllMetadata(metadata)
            .build();
    var account = client.v1().accounts().create(params, options);
    return new Made<>(
        account(account), SingleSendClient.isReplayed(account.getLastResponse().headers()));
  }

  @Override
  public Account read(StripeClient client, String id) throws StripeException {
    return account(client.v1().accounts().retrieve(id));
  }

  @Override
  public String link(StripeClient client, String id, RequestOptions options)
      throws StripeException {
    var params =
        AccountLinkCreateParams.builder()
            .setAccount(id)
            .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
            .setReturnUrl(market.toString())
            .setRefreshUrl(market.toString())
            .build();
    return client.v1().accountLinks().create(params, options).getUrl();
  }

  @Override
  public Optional<Account> find(StripeClient client, long since, Predicate<Account> fits)
      throws StripeException {
    var created = AccountListParams.Created.builder().setGte(since).build();
    return StripeCalls.first(
            last -> {
              var params =
                  AccountListParams.builder().setLimit(StripeCalls.PAGE).setCreated(created);
              last.ifPresent(params::setStartingAfter);
              return client.v1().accounts().list(params.build());
            },
            (com.stripe.model.Account account) -> fits.test(account(account)))
        .map(AccountsOfV1::account);
  }

  private static Controller controller() {
    return Controller.builder()
        .setFees(Controller.Fees.builder().setPayer(Controller.Fees.Payer.APPLICATION).build())
        .setLosses(
            Controller.Losses.builder().setPayments(Controller.Losses.Payments.APPLICATION).build())
        .setRequirementCollection(Controller.RequirementCollection.STRIPE)
        .setStripeDashboard(
            Controller.StripeDashboard.builder()
                .setType(Controller.StripeDashboard.Type.EXPRESS)
                .build())
        .build();
  }

  private static Account account(com.stripe.model.Account account) {
    var canReceive =
        Optional.ofNullable(account.getCapabilities())
            .filter(capabilities -> ACTIVE.equals(capabilities.getTransfers()))
            .isPresent();
    return new Account(
        id(account),
        Optional.ofNullable(account.getMetadata()).orElse(Map.of()),
        Boolean.TRUE.equals(account.getDetailsSubmitted()),
        canReceive && Boolean.TRUE.equals(account.getPayoutsEnabled()),
        Optional.ofNullable(account.getRequirements())
            .map(AccountsOfV1::requirements)
            .orElse(Requirements.NONE));
  }

  private static Requirements requirements(com.stripe.model.Account.Requirements wanted) {
    var codes =
        Stream.of(wanted.getPastDue(), wanted.getCurrentlyDue())
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .distinct()
            .toList();
    var due = Optional.ofNullable(wanted.getCurrentDeadline()).map(Instant::ofEpochSecond);
    return new Requirements(codes, due);
  }

  private static String id(HasId account) {
    return Optional.ofNullable(account.getId())
        .orElseThrow(() -> new IllegalStateException("an account without an id"));
  }
}
