package org.mercat.rest.identity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.ActivateSecondFactor;
import org.mercat.application.identity.BeginSecondFactor;
import org.mercat.application.identity.EndSecondFactor;
import org.mercat.application.identity.RenewRecoveryCodes;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** The second factor of one's own account, from its setting up to its end. */
@Path("auth/totp")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TotpResource {

  private final BeginSecondFactor beginSecondFactor;
  private final ActivateSecondFactor activateSecondFactor;
  private final RenewRecoveryCodes renewRecoveryCodes;
  private final EndSecondFactor endSecondFactor;

  @Inject
  public TotpResource(
      BeginSecondFactor beginSecondFactor,
      ActivateSecondFactor activateSecondFactor,
      RenewRecoveryCodes renewRecoveryCodes,
      EndSecondFactor endSecondFactor) {
    this.beginSecondFactor = beginSecondFactor;
    this.activateSecondFactor = activateSecondFactor;
    this.renewRecoveryCodes = renewRecoveryCodes;
    this.endSecondFactor = endSecondFactor;
  }

  @POST
  public Response begin(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var session = Callers.session(security);
    var members = Members.of(body);
    var password = IdentityMembers.known(members, "password");
    var parsed = members.into(() -> new BeginSecondFactor.Command(caller, session, password.get()));
    return switch (parsed) {
      case Parsed.Valid(var command) -> answer(beginSecondFactor.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("activate")
  public Response activate(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var session = Callers.session(security);
    var members = Members.of(body);
    var code = IdentityMembers.shownCode(members);
    var parsed = members.into(() -> new ActivateSecondFactor.Command(caller, session, code.get()));
    return switch (parsed) {
      case Parsed.Valid(var command) -> answer(activateSecondFactor.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("recovery-codes")
  public Response renew(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var session = Callers.session(security);
    var members = Members.of(body);
    var code = IdentityMembers.code(members);
    var parsed = members.into(() -> new RenewRecoveryCodes.Command(caller, session, code.get()));
    return switch (parsed) {
      case Parsed.Valid(var command) -> answer(renewRecoveryCodes.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @DELETE
  public Response end(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var session = Callers.session(security);
    var members = Members.of(body);
    var password = IdentityMembers.known(members, "password");
    var code = IdentityMembers.code(members);
    var parsed =
        members.into(
            () -> new EndSecondFactor.Command(caller, session, password.get(), code.get()));
    return switch (parsed) {
      case Parsed.Valid(var command) -> answer(endSecondFactor.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(BeginSecondFactor.Outcome outcome) {
    return switch (outcome) {
      case BeginSecondFactor.Outcome.Begun(var secret, var email) ->
          secret(TotpSecretView.of(secret, email));
      case BeginSecondFactor.Outcome.AlreadyActive _ ->
          Problem.of(ProblemCode.WRONG_STATE, "It is active; end it before you begin another.");
      case BeginSecondFactor.Outcome.Forbidden _ -> forbidden();
      case BeginSecondFactor.Outcome.NotFound _ -> notFound();
      case BeginSecondFactor.Outcome.WrongPassword _ -> Passwords.wrong();
      case BeginSecondFactor.Outcome.Locked(var rest) -> Passwords.locked(rest);
    };
  }

  private static Response answer(ActivateSecondFactor.Outcome outcome) {
    return switch (outcome) {
      case ActivateSecondFactor.Outcome.Activated(var codes) -> secret(RecoveryCodesView.of(codes));
      case ActivateSecondFactor.Outcome.NothingBegun _ ->
          Problem.of(ProblemCode.WRONG_STATE, "Nothing is being set up, or not any more.");
      case ActivateSecondFactor.Outcome.Forbidden _ -> forbidden();
      case ActivateSecondFactor.Outcome.NotFound _ -> notFound();
      case ActivateSecondFactor.Outcome.WrongCode _ -> wrongCode();
      case ActivateSecondFactor.Outcome.Locked(var rest) -> Passwords.lockedCodes(rest);
    };
  }

  private static Response answer(RenewRecoveryCodes.Outcome outcome) {
    return switch (outcome) {
      case RenewRecoveryCodes.Outcome.Renewed(var codes) -> secret(RecoveryCodesView.of(codes));
      case RenewRecoveryCodes.Outcome.NotActive _ -> notActive();
      case RenewRecoveryCodes.Outcome.Forbidden _ -> forbidden();
      case RenewRecoveryCodes.Outcome.NotFound _ -> notFound();
      case RenewRecoveryCodes.Outcome.WrongCode _ -> wrongCode();
      case RenewRecoveryCodes.Outcome.Locked(var rest) -> Passwords.lockedCodes(rest);
    };
  }

  private static Response answer(EndSecondFactor.Outcome outcome) {
    return switch (outcome) {
      case EndSecondFactor.Outcome.Ended _ -> Response.noContent().build();
      case EndSecondFactor.Outcome.NotActive _ -> notActive();
      case EndSecondFactor.Outcome.Forbidden _ -> forbidden();
      case EndSecondFactor.Outcome.NotFound _ -> notFound();
      case EndSecondFactor.Outcome.WrongPassword _ -> Passwords.wrong();
      case EndSecondFactor.Outcome.WrongCode _ -> wrongCode();
      case EndSecondFactor.Outcome.Locked(var rest) -> Passwords.lockedCodes(rest);
    };
  }

  /** What is shown this once, and kept by nobody on the way. */
  private static Response secret(Object view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static Response wrongCode() {
    var detail = "is not the code, or not any more";
    return Problem.of(List.of(new Violation("/code", Code.NOT_FOUND, detail)));
  }

  private static Response notActive() {
    return Problem.of(ProblemCode.WRONG_STATE, "There is no second factor.");
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "You may not do this.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such account.");
  }
}
