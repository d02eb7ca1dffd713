package org.mercat.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.v2.core.Account.Configuration;
import com.stripe.model.v2.core.Account.Configuration.Recipient.Capabilities.StripeBalance;
import com.stripe.net.RequestOptions;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Recipient;
import com.stripe.param.v2.core.AccountCreateParams.Defaults.Responsibilities;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase.AccountOnboarding;
import com.stripe.param.v2.core.AccountListParams;
import com.stripe.param.v2.core.AccountRetrieveParams;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.Requirements;
import org.mercat.payments.stripe.StripeCalls.Made;

/** By {@code /v2/core/accounts}, each configured as a recipient of transfers. */
final class AccountsOfV2 implements PayeeAccounts {

  private static final String ACTIVE = "active";
  private static final int MOST_PAGES = 100;
  private static final long PAGE = 20;
  private static final Pattern TOKEN = Pattern.compile("[?&]page=([^&]+)");

  private final URI market;

  AccountsOfV2(URI market) {
    this.market = market;
  }

  @Override
  public Made<Account> open(
      StripeClient client,
      PayeeProfile profile,
      Map<String, String> metadata,
      RequestOptions options)
      throws StripeException {
    var params =
        AccountCreateParams.builder()
            .setContactEmail(profile.email())
            .setDisplayName(profile.businessName())
            .setDashboard(AccountCreateParams.Dashboard.EXPRESS)
            .setIdentity(
                AccountCreateParams.Identity.builder().setCountry(profile.country()).build())
            .setConfiguration(
                AccountCreateParams.Configuration.builder().setRecipient(recipient()).build())
            .setDefaults(
                AccountCreateParams.Defaults.builder()
                    .setResponsibilities(responsibilities())
                    .build())
            .putAllMetadata(metadata)
            .addInclude(AccountCreateParams.Include.CONFIGURATION__RECIPIENT)
            .addInclude(AccountCreateParams.Include.REQUIREMENTS)
            .build();
    var account = client.v2().core().accounts().create(params, options);
    return new Made<>(
        account(account), SingleSendClient.isReplayed(account.getLastResponse().headers()));
  }

  @Override
  public Account read(StripeClient client, String id) throws StripeException {
    var params =
        AccountRetrieveParams.builder()
            .addInclude(AccountRetrieveParams.Include.CONFIGURATION__RECIPIENT)
            .addInclude(AccountRetrieveParams.Include.REQUIREMENTS)
            .build();
    return account(client.v2().core().accounts().retrieve(id, params));
  }

  @Override
  public String link(StripeClient client, String id, RequestOptions options)
      throws StripeException {
    var onboarding =
        AccountOnboarding.builder()
            .addConfiguration(AccountOnboarding.Configuration.RECIPIENT)
            .setReturnUrl(market.toString())
            .setRefreshUrl(market.toString())
            .build();
    var params =
        AccountLinkCreateParams.builder()
            .setAccount(id)
            .setUseCase(
                UseCase.builder()
                    .setType(UseCase.Type.ACCOUNT_ONBOARDING)
                    .setAccountOnboarding(onboarding)
                    .build())
            .build();
    return client.v2().core().accountLinks().create(params, options).getUrl();
  }

  /** A list has no more of an account than its name and its marks; so what fits is read. */
  @Override
  public Optional<Account> find(StripeClient client, long since, Predicate<Account> fits)
      throws StripeException {
    var token = Optional.<String>empty();
    for (var count = 0; count < MOST_PAGES; count++) {
      var params = AccountListParams.builder().setLimit(PAGE);
      token.ifPresent(page -> params.putExtraParam("page", page));
      var page = client.v2().core().accounts().list(params.build());
      var found = page.getData().stream().map(AccountsOfV2::account).filter(fits).findFirst();
      if (found.isPresent()) {
        return Optional.of(read(client, found.get().id()));
      }
      token = Optional.ofNullable(page.getNextPageUrl()).flatMap(AccountsOfV2::token);
      if (token.isEmpty()) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException("there are more accounts than can be looked through");
  }

  private static Optional<String> token(String url) {
    var matcher = TOKEN.matcher(url);
    return matcher.find()
        ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static Recipient recipient() {
    var transfers =
        Recipient.Capabilities.StripeBalance.StripeTransfers.builder().setRequested(true).build();
    var balance =
        Recipient.Capabilities.StripeBalance.builder().setStripeTransfers(transfers).build();
    return Recipient.builder()
        .setCapabilities(Recipient.Capabilities.builder().setStripeBalance(balance).build())
        .build();
  }

  private static Responsibilities responsibilities() {
    return Responsibilities.builder()
        .setFeesCollector(Responsibilities.FeesCollector.APPLICATION)
        .setLossesCollector(Responsibilities.LossesCollector.APPLICATION)
        .build();
  }

  private static Account account(com.stripe.model.v2.core.Account account) {
    return new Account(
        Optional.ofNullable(account.getId())
            .orElseThrow(() -> new IllegalStateException("an account without an id")),
        Optional.ofNullable(account.getMetadata()).orElse(Map.of()),
        hasNothingToTell(account),
        balance(account).filter(AccountsOfV2::isOpen).isPresent(),
        Optional.ofNullable(account.getRequirements())
            .map(AccountsOfV2::requirements)
            .orElse(Requirements.NONE));
  }

  private static Requirements requirements(com.stripe.model.v2.core.Account.Requirements wanted) {
    var codes =
        Optional.ofNullable(wanted.getEntries()).orElse(List.of()).stream()
            .filter(AccountsOfV2::isForThePayee)
            .map(entry -> entry.getDescription())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    var due =
        Optional.ofNullable(wanted.getSummary())
            .map(summary -> summary.getMinimumDeadline())
            .map(deadline -> deadline.getTime());
    return new Requirements(codes, due);
  }

  private static boolean isForThePayee(com.stripe.model.v2.core.Account.Requirements.Entry entry) {
    return "user".equals(entry.getAwaitingActionFrom());
  }

  /** Stripe may still have something to do itself. */
  private static boolean hasNothingToTell(com.stripe.model.v2.core.Account account) {
    return Optional.ofNullable(account.getRequirements())
        .flatMap(requirements -> Optional.ofNullable(requirements.getEntries()))
        .filter(entries -> entries.stream().noneMatch(AccountsOfV2::isForThePayee))
        .isPresent();
  }

  private static Optional<StripeBalance> balance(com.stripe.model.v2.core.Account account) {
    return Optional.ofNullable(account.getConfiguration())
        .map(Configuration::getRecipient)
        .map(Configuration.Recipient::getCapabilities)
        .map(Configuration.Recipient.Capabilities::getStripeBalance);
  }

  private static boolean isOpen(StripeBalance balance) {
    var canReceive =
        Optional.ofNullable(balance.getStripeTransfers())
            .filter(transfers -> ACTIVE.equals(transfers.getStatus()))
            .isPresent();
    var isPaidOut =
        Optional.ofNullable(balance.getPayouts())
            .map(StripeBalance.Payouts::getStatus)
            .filter(status -> !ACTIVE.equals(status))
            .isEmpty();
    return canReceive && isPaidOut;
  }
}
