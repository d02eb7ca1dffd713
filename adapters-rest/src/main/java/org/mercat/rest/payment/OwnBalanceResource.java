package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.OwnBalance;
import org.mercat.domain.payment.ProviderBalance;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.Query;

/** Where the provider that the caller is stands. */
@Path("providers/me/balance")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class OwnBalanceResource {

  /**
   * The balances, one for each currency.
   *
   * @param schedule absent until something was earned or a schedule was chosen
   */
  public record BalancesView(List<BalanceView> balances, Optional<ScheduleText.View> schedule) {}

  public record BalanceView(MoneyView payable, MoneyView inTransit, MoneyView debt) {

    static BalanceView of(ProviderBalance balance) {
      return new BalanceView(
          MoneyView.of(balance.payable()),
          MoneyView.of(balance.inTransit()),
          MoneyView.of(balance.debt()));
    }
  }

  private final OwnBalance ownBalance;

  @Inject
  public OwnBalanceResource(OwnBalance ownBalance) {
    this.ownBalance = ownBalance;
  }

  @GET
  public Response balance(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (ownBalance.handle(new OwnBalance.Query(Callers.of(security)))) {
      case OwnBalance.Outcome.Found(var balances, var plan) ->
          Response.ok(
                  new BalancesView(
                      balances.stream().map(BalanceView::of).toList(),
                      plan.map(ScheduleText::show)))
              .build();
      case OwnBalance.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case OwnBalance.Outcome.NoProfile _ -> PayoutAnswers.noProfile();
    };
  }
}
