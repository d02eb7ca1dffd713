package org.mercat.rest.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.AccountDetails;
import org.mercat.application.identity.AccountList;
import org.mercat.application.identity.ActOnAccount;
import org.mercat.application.identity.ActOnAccount.Act;
import org.mercat.application.identity.ResetSecondFactor;
import org.mercat.application.identity.port.AccountDirectory.Entry;
import org.mercat.application.identity.port.AccountDirectory.Filter;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** All accounts, for those who look after them. */
@Path("admin/users")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  private static final int LONGEST_REASON = 1_000;
  private static final Map<String, Status> STATUSES =
      Arrays.stream(Status.values())
          .collect(toUnmodifiableMap(ProfileView::word, status -> status));

  private final AccountList accountList;
  private final AccountDetails accountDetails;
  private final ActOnAccount actOnAccount;
  private final ResetSecondFactor resetSecondFactor;

  @Inject
  public AccountsResource(
      AccountList accountList,
      AccountDetails accountDetails,
      ActOnAccount actOnAccount,
      ResetSecondFactor resetSecondFactor) {
    this.accountList = accountList;
    this.accountDetails = accountDetails;
    this.actOnAccount = actOnAccount;
    this.resetSecondFactor = resetSecondFactor;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, "status", "email", Paging.LIMIT, Paging.CURSOR);
    var filter =
        new Filter(
            query.word("status", STATUSES),
            query.read("email", EmailAddress::of, "is not an e-mail address"));
    var page = Paging.parse(query);
    return switch (accountList.handle(new AccountList.Query(Callers.of(security), filter, page))) {
      case AccountList.Outcome.Found(var found) ->
          Response.ok(Listed.of(found.map(AccountView::of))).build();
      case AccountList.Outcome.Forbidden _ -> forbidden();
    };
  }

  @GET
  @Path("{id}")
  public Response find(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new AccountDetails.Command(Callers.of(security), new UserId(id));
    return switch (accountDetails.handle(command)) {
      case AccountDetails.Outcome.Found(var entry) -> whole(entry);
      case AccountDetails.Outcome.Forbidden _ -> forbidden();
      case AccountDetails.Outcome.NotFound _ -> notFound();
    };
  }

  @POST
  @Path("{id}/suspend")
  public Response suspend(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(id, uri, security, reasoned(body, Act.Suspend::new));
  }

  @POST
  @Path("{id}/ban")
  public Response ban(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(id, uri, security, reasoned(body, Act.Ban::new));
  }

  @POST
  @Path("{id}/reactivate")
  public Response reactivate(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(id, uri, security, Members.none(body).<Act>map(_ -> new Act.Reactivate()));
  }

  @POST
  @Path("{id}/restore")
  public Response restore(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(id, uri, security, Members.none(body).<Act>map(_ -> new Act.Restore()));
  }

  @POST
  @Path("{id}/reset-second-factor")
  public Response resetSecondFactor(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new ResetSecondFactor.Command(Callers.of(security), new UserId(id));
    return switch (Members.none(body)) {
      case Parsed.Valid(_) -> answer(resetSecondFactor.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<Act> reasoned(@Nullable JsonNode body, Function<String, Act> act) {
    var members = Members.of(body);
    var reason = members.text("reason", 1, LONGEST_REASON);
    return members.into(() -> act.apply(reason.get()));
  }

  private Response act(UUID id, UriInfo uri, SecurityContext security, Parsed<Act> parsed) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (parsed) {
      case Parsed.Valid(var act) ->
          answer(actOnAccount.handle(new ActOnAccount.Command(caller, new UserId(id), act)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(ActOnAccount.Outcome outcome) {
    return switch (outcome) {
      case ActOnAccount.Outcome.Done(var entry) -> whole(entry);
      case ActOnAccount.Outcome.Forbidden _ -> forbidden();
      case ActOnAccount.Outcome.NotFound _ -> notFound();
      case ActOnAccount.Outcome.EmailTaken _ ->
          Problem.of(ProblemCode.WRONG_STATE, "Another account has its address by now.");
      case ActOnAccount.Outcome.Refused(var why) -> AccountRefusals.answer(why);
    };
  }

  private static Response answer(ResetSecondFactor.Outcome outcome) {
    return switch (outcome) {
      case ResetSecondFactor.Outcome.Done _ -> Response.noContent().build();
      case ResetSecondFactor.Outcome.Forbidden _ -> forbidden();
      case ResetSecondFactor.Outcome.Own _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Nobody resets his own second factor.");
      case ResetSecondFactor.Outcome.NotFound _ -> notFound();
      case ResetSecondFactor.Outcome.NotActive _ ->
          Problem.of(ProblemCode.WRONG_STATE, "The account has no second factor.");
    };
  }

  private static Response whole(Entry entry) {
    return Answers.ok(AccountView.of(entry), entry.account().version());
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only whoever looks after accounts may do this.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such account.");
  }
}
