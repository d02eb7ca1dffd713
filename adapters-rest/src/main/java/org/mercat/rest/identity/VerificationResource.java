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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.ResendVerification;
import org.mercat.application.identity.SendPhoneCode;
import org.mercat.application.identity.VerifyEmail;
import org.mercat.application.identity.VerifyPhone;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.PhoneCode;
import org.mercat.domain.identity.UserToken;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** Showing that an address or a telephone is one's own. */
@Path("auth")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

  private static final String NO_CODE = "is not the code that was sent, or not any more";

  private final VerifyEmail verifyEmail;
  private final ResendVerification resendVerification;
  private final SendPhoneCode sendPhoneCode;
  private final VerifyPhone verifyPhone;

  @Inject
  public VerificationResource(
      VerifyEmail verifyEmail,
      ResendVerification resendVerification,
      SendPhoneCode sendPhoneCode,
      VerifyPhone verifyPhone) {
    this.verifyEmail = verifyEmail;
    this.resendVerification = resendVerification;
    this.sendPhoneCode = sendPhoneCode;
    this.verifyPhone = verifyPhone;
  }

  @POST
  @Path("verify-email")
  public Response verifyEmail(@Nullable JsonNode body, @Context UriInfo uri) {
    var _ = Query.only(uri);
    var members = Members.of(body);
    var token = IdentityMembers.token(members);
    return switch (members.into(() -> new VerifyEmail.Command(token.get()))) {
      case Parsed.Valid(var command) -> answer(verifyEmail.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("resend-verification")
  public Response resend(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ ->
          answer(resendVerification.handle(new ResendVerification.Command(caller)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("phone")
  public Response sendCode(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var members = Members.of(body);
    var phone = members.read("phone", PhoneNumbers::of, PhoneNumbers.NONE);
    return switch (members.into(() -> new SendPhoneCode.Command(caller, phone.get()))) {
      case Parsed.Valid(var command) -> answer(sendPhoneCode.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("verify-phone")
  public Response verifyPhone(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (code(body, Callers.of(security))) {
      case Parsed.Valid(var command) -> answer(verifyPhone.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<VerifyPhone.Command> code(@Nullable JsonNode body, Caller caller) {
    var members = Members.of(body);
    var code = members.read("code", PhoneCode::new, "is not " + PhoneCode.LENGTH + " digits");
    return members.into(() -> new VerifyPhone.Command(caller, code.get()));
  }

  private static Response answer(VerifyEmail.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> Response.noContent().build();
      case BAD_TOKEN -> Tokens.bad();
      case EMAIL_TAKEN ->
          Problem.of(ProblemCode.WRONG_STATE, "Another account has this address by now.");
    };
  }

  private static Response answer(ResendVerification.Outcome outcome) {
    return switch (outcome) {
      case SENT, NOT_NEEDED -> Response.accepted().build();
      case TOO_SOON -> Answers.tooMany("A mail was sent a moment ago.", UserToken.PAUSE);
      case FORBIDDEN -> Problem.of(ProblemCode.FORBIDDEN, "You may not do this.");
    };
  }

  private static Response answer(SendPhoneCode.Outcome outcome) {
    return switch (outcome) {
      case SENT -> Response.accepted().build();
      case TOO_SOON -> Answers.tooMany("A code was sent a moment ago.", PhoneChallenge.PAUSE);
      case FORBIDDEN -> Problem.of(ProblemCode.FORBIDDEN, "You may not do this.");
      case NOT_FOUND -> Problem.of(ProblemCode.NOT_FOUND, "There is no such account.");
    };
  }

  private static Response answer(VerifyPhone.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> Response.noContent().build();
      case BAD_CODE -> Problem.of(List.of(new Violation("/code", Code.NOT_FOUND, NO_CODE)));
      case FORBIDDEN -> Problem.of(ProblemCode.FORBIDDEN, "You may not do this.");
    };
  }
}
