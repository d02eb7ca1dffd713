package org.mercat.rest.identity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.ChangeEmail;
import org.mercat.application.identity.ChangePassword;
import org.mercat.application.identity.ForgotPassword;
import org.mercat.application.identity.ResetPassword;
import org.mercat.domain.identity.UserToken;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What people sign in with: passwords that are forgotten or changed, and addresses. */
@Path("auth")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordsResource {

  private final ForgotPassword forgotPassword;
  private final ResetPassword resetPassword;
  private final ChangePassword changePassword;
  private final ChangeEmail changeEmail;
  private final AfterTheAnswer afterTheAnswer;

  @Inject
  public PasswordsResource(
      ForgotPassword forgotPassword,
      ResetPassword resetPassword,
      ChangePassword changePassword,
      ChangeEmail changeEmail,
      AfterTheAnswer afterTheAnswer) {
    this.forgotPassword = forgotPassword;
    this.resetPassword = resetPassword;
    this.changePassword = changePassword;
    this.changeEmail = changeEmail;
    this.afterTheAnswer = afterTheAnswer;
  }

  @POST
  @Path("forgot-password")
  public Response forgot(@Nullable JsonNode body, @Context UriInfo uri) {
    var _ = Query.only(uri);
    var members = Members.of(body);
    var email = IdentityMembers.email(members);
    return switch (members.into(() -> new ForgotPassword.Command(email.get()))) {
      case Parsed.Valid(var command) -> {
        afterTheAnswer.run(
            () -> {
              var _ = forgotPassword.handle(command);
            });
        yield Response.accepted().build();
      }
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("reset-password")
  public Response reset(@Nullable JsonNode body, @Context UriInfo uri) {
    var _ = Query.only(uri);
    var members = Members.of(body);
    var token = IdentityMembers.token(members);
    var password = IdentityMembers.chosen(members);
    return switch (members.into(() -> new ResetPassword.Command(token.get(), password.get()))) {
      case Parsed.Valid(var command) -> answer(resetPassword.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("change-password")
  public Response changePassword(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var session = Callers.session(security);
    var members = Members.of(body);
    var current = IdentityMembers.known(members, "currentPassword");
    var next = IdentityMembers.chosen(members);
    var parsed =
        members.into(() -> new ChangePassword.Command(caller, session, current.get(), next.get()));
    return switch (parsed) {
      case Parsed.Valid(var command) -> answer(changePassword.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("change-email")
  public Response changeEmail(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var session = Callers.session(security);
    var members = Members.of(body);
    var email = IdentityMembers.email(members);
    var password = IdentityMembers.known(members, "password");
    var parsed =
        members.into(() -> new ChangeEmail.Command(caller, session, email.get(), password.get()));
    return switch (parsed) {
      case Parsed.Valid(var command) -> answer(changeEmail.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(ResetPassword.Outcome outcome) {
    return switch (outcome) {
      case ResetPassword.Outcome.Changed _ -> Response.noContent().build();
      case ResetPassword.Outcome.BadToken _ -> Tokens.bad();
      case ResetPassword.Outcome.TooWeak(var why) -> Passwords.weak(why);
    };
  }

  private static Response answer(ChangePassword.Outcome outcome) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed _ -> Response.noContent().build();
      case ChangePassword.Outcome.Forbidden _ -> forbidden();
      case ChangePassword.Outcome.NotFound _ -> notFound();
      case ChangePassword.Outcome.WrongPassword _ -> Passwords.wrong();
      case ChangePassword.Outcome.Locked(var rest) -> Passwords.locked(rest);
      case ChangePassword.Outcome.TooWeak(var why) -> Passwords.weak(why);
    };
  }

  private static Response answer(ChangeEmail.Outcome outcome) {
    return switch (outcome) {
      case ChangeEmail.Outcome.Sent _ -> Response.accepted().build();
      case ChangeEmail.Outcome.AlreadySo _ ->
          Problem.of(ProblemCode.WRONG_STATE, "It is the address of your account.");
      case ChangeEmail.Outcome.TooSoon _ ->
          Answers.tooMany("A mail was sent a moment ago.", UserToken.PAUSE);
      case ChangeEmail.Outcome.Forbidden _ -> forbidden();
      case ChangeEmail.Outcome.NotFound _ -> notFound();
      case ChangeEmail.Outcome.WrongPassword _ -> Passwords.wrong();
      case ChangeEmail.Outcome.Locked(var rest) -> Passwords.locked(rest);
    };
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "You may not do this.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such account.");
  }
}
