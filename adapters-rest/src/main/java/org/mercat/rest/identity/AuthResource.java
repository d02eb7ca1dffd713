package org.mercat.rest.identity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.LogIn;
import org.mercat.application.identity.LogOut;
import org.mercat.application.identity.RefreshSession;
import org.mercat.application.identity.RegisterUser;
import org.mercat.application.identity.WhoAmI;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Signing up and in, going on, and signing out. */
@Path("auth")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

  /** The roles that anybody may take, under all the names that they have elsewhere. */
  private static final Map<String, Role> ROLES =
      Map.of(
          "client", Role.CLIENT,
          "customer", Role.CLIENT,
          "buyer", Role.CLIENT,
          "vendor", Role.PROVIDER,
          "provider", Role.PROVIDER);

  /** Ours are shorter; what is longer is none. */
  private static final int LONGEST_REFRESH_TOKEN = 512;

  private final RegisterUser registerUser;
  private final LogIn logIn;
  private final RefreshSession refreshSession;
  private final LogOut logOut;
  private final WhoAmI whoAmI;

  @Inject
  public AuthResource(
      RegisterUser registerUser,
      LogIn logIn,
      RefreshSession refreshSession,
      LogOut logOut,
      WhoAmI whoAmI) {
    this.registerUser = registerUser;
    this.logIn = logIn;
    this.refreshSession = refreshSession;
    this.logOut = logOut;
    this.whoAmI = whoAmI;
  }

  @POST
  @Path("register")
  public Response register(@Nullable JsonNode body, @Context UriInfo uri) {
    var _ = Query.only(uri);
    return switch (registration(body)) {
      case Parsed.Valid(var command) -> answer(registerUser.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("login")
  public Response login(
      @Nullable JsonNode body, @Context UriInfo uri, @Context HttpServletRequest request) {
    var _ = Query.only(uri);
    return switch (credentials(body, Origins.of(request))) {
      case Parsed.Valid(var command) -> answer(logIn.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("refresh")
  public Response refresh(
      @Nullable JsonNode body, @Context UriInfo uri, @Context HttpServletRequest request) {
    var _ = Query.only(uri);
    return switch (refreshToken(body)) {
      case Parsed.Valid(var text) ->
          RefreshToken.read(text)
              .map(token -> new RefreshSession.Command(token, Origins.of(request)))
              .map(refreshSession::handle)
              .map(AuthResource::answer)
              .orElseGet(AuthResource::notGood);
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("logout")
  public Response logout(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext caller) {
    var _ = Query.only(uri);
    var command = new LogOut.Command(Callers.session(caller));
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> answer(logOut.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @GET
  @Path("me")
  public Response me(@Context UriInfo uri, @Context SecurityContext caller) {
    var _ = Query.only(uri);
    return whoAmI
        .handle(new WhoAmI.Command(Callers.of(caller).user()))
        .map(found -> Response.ok(UserView.of(found)).build())
        .orElseGet(() -> Problem.of(ProblemCode.NOT_FOUND, "There is no such account."));
  }

  private static Parsed<RegisterUser.Command> registration(@Nullable JsonNode body) {
    var members = Members.of(body);
    var email = IdentityMembers.email(members);
    var password = members.secret("password", Password.SHORTEST, Password.LONGEST);
    var first = IdentityMembers.name(members, "firstName");
    var last = IdentityMembers.name(members, "lastName");
    var role = members.word("role", ROLES);
    return members.into(
        () ->
            new RegisterUser.Command(
                email.get(),
                Password.chosen(password.get()),
                new PersonName(first.get(), last.get()),
                role.get()));
  }

  private static Parsed<LogIn.Command> credentials(@Nullable JsonNode body, SessionOrigin origin) {
    var members = Members.of(body);
    var email = IdentityMembers.email(members);
    var password = members.secret("password", 1, Password.LONGEST);
    var code = IdentityMembers.optionalCode(members);
    return members.into(
        () -> new LogIn.Command(email.get(), new Password(password.get()), code.get(), origin));
  }

  private static Parsed<String> refreshToken(@Nullable JsonNode body) {
    var members = Members.of(body);
    var text = members.secret("refreshToken", 1, LONGEST_REFRESH_TOKEN);
    return members.into(text);
  }

  private static Response answer(RegisterUser.Outcome outcome) {
    return switch (outcome) {
      case RegisterUser.Outcome.Registered(var me) -> Answers.created("auth/me", UserView.of(me));
      case RegisterUser.Outcome.TooWeak(var why) -> Passwords.weak(why);
      case RegisterUser.Outcome.EmailTaken() ->
          Problem.of(ProblemCode.WRONG_STATE, "There is an account with this e-mail address.");
    };
  }

  private static Response answer(LogIn.Outcome outcome) {
    return switch (outcome) {
      case LogIn.Outcome.LoggedIn(var access, var refresh, var life) ->
          TokensView.answer(access, refresh, life);
      case LogIn.Outcome.Locked(var rest) -> Passwords.lockedCodes(rest);
      case LogIn.Outcome.CodeRequired() ->
          Problem.of(
              ProblemCode.SECOND_FACTOR_REQUIRED,
              "Send a code of your authenticator, or a recovery code, as code.");
      case LogIn.Outcome.WrongCode() ->
          Problem.of(ProblemCode.SECOND_FACTOR_REQUIRED, "The code is not good, or not any more.");
      case LogIn.Outcome.Refused() ->
          Problem.of(
              ProblemCode.UNAUTHENTICATED, "The e-mail address and the password do not match.");
    };
  }

  private static Response answer(RefreshSession.Outcome outcome) {
    return switch (outcome) {
      case RefreshSession.Outcome.Refreshed(var access, var refresh, var life) ->
          TokensView.answer(access, refresh, life);
      case RefreshSession.Outcome.Refused() -> notGood();
    };
  }

  private static Response notGood() {
    return Problem.of(
        ProblemCode.UNAUTHENTICATED, "The refresh token is not good, or not any more.");
  }

  private static Response answer(LogOut.Outcome outcome) {
    return switch (outcome) {
      case LOGGED_OUT, NOTHING_TO_END -> Response.noContent().build();
    };
  }
}
