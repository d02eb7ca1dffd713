package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.OpenPayeeAccount;
import org.mercat.application.payment.OwnPayeeAccount;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** The account by which a provider is paid out, under the name that seed 002 gives it. */
@Path("providers/me/stripe-connect")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PayeeResource {

  /** Where the provider finishes the opening; the address is a secret. */
  public record OnboardingView(String url) {}

  /**
   * What the gateway says of the account.
   *
   * @param requirements what it still asks for, in its own words
   * @param requirementsDue until when
   * @param endedAt since when the gateway does not show it to the market any more; absent before
   */
  public record AccountView(
      boolean detailsSubmitted,
      boolean payoutsEnabled,
      List<String> requirements,
      Optional<Instant> requirementsDue,
      Optional<Instant> endedAt) {

    static AccountView ended(Instant at) {
      return new AccountView(false, false, List.of(), Optional.empty(), Optional.of(at));
    }

    static AccountView of(PayeeView payee) {
      return new AccountView(
          payee.detailsSubmitted(),
          payee.payoutsEnabled(),
          payee.requirements().codes(),
          payee.requirements().due(),
          Optional.empty());
    }
  }

  private final OpenPayeeAccount openPayeeAccount;
  private final OwnPayeeAccount ownPayeeAccount;

  @Inject
  public PayeeResource(OpenPayeeAccount openPayeeAccount, OwnPayeeAccount ownPayeeAccount) {
    this.openPayeeAccount = openPayeeAccount;
    this.ownPayeeAccount = ownPayeeAccount;
  }

  @GET
  public Response account(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (ownPayeeAccount.handle(new OwnPayeeAccount.Query(Callers.of(security)))) {
      case OwnPayeeAccount.Outcome.Found(var account) ->
          Response.ok(AccountView.of(account)).build();
      case OwnPayeeAccount.Outcome.Ended(var at) -> Response.ok(AccountView.ended(at)).build();
      case OwnPayeeAccount.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case OwnPayeeAccount.Outcome.NotOpened _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have not opened an account yet.");
      case OwnPayeeAccount.Outcome.Unavailable _ -> unavailable();
    };
  }

  @POST
  public Response open(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new OpenPayeeAccount.Command(Callers.of(security));
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> answer(openPayeeAccount.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(OpenPayeeAccount.Outcome outcome) {
    return switch (outcome) {
      case OpenPayeeAccount.Outcome.Link(var url) -> Response.ok(new OnboardingView(url)).build();
      case OpenPayeeAccount.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only providers are paid out.");
      case OpenPayeeAccount.Outcome.NoProfile _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have no provider profile yet.");
      case OpenPayeeAccount.Outcome.Unavailable _ -> unavailable();
    };
  }

  static Response unavailable() {
    return Problem.of(ProblemCode.UNAVAILABLE, "The payment gateway does not answer.");
  }
}
