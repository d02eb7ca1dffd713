package org.mercat.rest.identity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.ChangeOwnProfile;
import org.mercat.application.identity.CloseAccount;
import org.mercat.application.identity.OwnAccount;
import org.mercat.application.identity.PersonDetails;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Persons: oneself, and those with whom one has a booking. */
@Path("users")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

  private final OwnAccount ownAccount;
  private final ChangeOwnProfile changeOwnProfile;
  private final CloseAccount closeAccount;
  private final PersonDetails personDetails;

  @Inject
  public UsersResource(
      OwnAccount ownAccount,
      ChangeOwnProfile changeOwnProfile,
      CloseAccount closeAccount,
      PersonDetails personDetails) {
    this.ownAccount = ownAccount;
    this.changeOwnProfile = changeOwnProfile;
    this.closeAccount = closeAccount;
    this.personDetails = personDetails;
  }

  @GET
  @Path("me")
  public Response own(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (ownAccount.handle(new OwnAccount.Command(Callers.of(security)))) {
      case OwnAccount.Outcome.Found(var account) -> whole(account);
      case OwnAccount.Outcome.Forbidden _ -> forbidden();
      case OwnAccount.Outcome.NotFound _ -> notFound();
    };
  }

  @PATCH
  @Path("me")
  @Consumes(Patch.MEDIA_TYPE)
  public Response change(
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (ownAccount.handle(new OwnAccount.Command(caller))) {
      case OwnAccount.Outcome.Found(var account) -> {
        Preconditions.require(headers, account.version());
        yield change(caller, account, body);
      }
      case OwnAccount.Outcome.Forbidden _ -> forbidden();
      case OwnAccount.Outcome.NotFound _ -> notFound();
    };
  }

  @DELETE
  @Path("me")
  public Response close(
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var members = Members.of(body);
    var password = IdentityMembers.known(members, "password");
    return switch (members.into(password)) {
      case Parsed.Valid(var said) -> close(security, headers, caller, said);
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @GET
  @Path("{id}")
  public Response find(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new PersonDetails.Command(Callers.of(security), new UserId(id));
    return switch (personDetails.handle(command)) {
      case PersonDetails.Outcome.Found found -> Response.ok(PersonView.of(found)).build();
      case PersonDetails.Outcome.NotFound _ -> notFound();
    };
  }

  private Response change(Caller caller, UserAccount account, @Nullable JsonNode body) {
    return switch (OwnProfileText.patched(account.profile(), body)) {
      case Parsed.Valid(var profile) ->
          answer(
              changeOwnProfile.handle(
                  new ChangeOwnProfile.Command(caller, account.version(), profile)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  /** An If-Match is honoured when it is sent, and then means the version that is there now. */
  private Response close(
      SecurityContext security, HttpHeaders headers, Caller caller, Password password) {
    return switch (ownAccount.handle(new OwnAccount.Command(caller))) {
      case OwnAccount.Outcome.Found(var account) -> {
        Preconditions.honour(headers, account.version());
        var version = OptionalLong.of(account.version());
        var command =
            new CloseAccount.Command(caller, Callers.session(security), version, password);
        yield answer(closeAccount.handle(command));
      }
      case OwnAccount.Outcome.Forbidden _ -> forbidden();
      case OwnAccount.Outcome.NotFound _ -> notFound();
    };
  }

  private static Response answer(ChangeOwnProfile.Outcome outcome) {
    return switch (outcome) {
      case ChangeOwnProfile.Outcome.Changed(var account) -> whole(account);
      case ChangeOwnProfile.Outcome.Forbidden _ -> forbidden();
      case ChangeOwnProfile.Outcome.NotFound _ -> notFound();
      case ChangeOwnProfile.Outcome.Stale _ -> throw Preconditions.stale();
    };
  }

  private static Response answer(CloseAccount.Outcome outcome) {
    return switch (outcome) {
      case CloseAccount.Outcome.Closed _ -> Response.noContent().build();
      case CloseAccount.Outcome.Forbidden _ -> forbidden();
      case CloseAccount.Outcome.NotFound _ -> notFound();
      case CloseAccount.Outcome.Stale _ -> throw Preconditions.stale();
      case CloseAccount.Outcome.WrongPassword _ -> Passwords.wrong();
      case CloseAccount.Outcome.Locked(var rest) -> Passwords.locked(rest);
      case CloseAccount.Outcome.Refused(var why) -> AccountRefusals.answer(why);
    };
  }

  private static Response whole(UserAccount account) {
    return Answers.ok(ProfileView.of(account), account.version());
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "You may not do this.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such person.");
  }
}
