package org.mercat.rest.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.DropIssuer;
import org.mercat.application.identity.TrustIssuer;
import org.mercat.application.identity.TrustedIssuers;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuer.Algorithm;
import org.mercat.domain.identity.OidcIssuerId;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation.Code;

/** The issuers outside that a tenant trusts. */
@Path("admin/oidc-issuers")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OidcIssuersResource {

  private static final int LONGEST_CLAIM = 100;

  private static final Map<String, Algorithm> ALGORITHMS =
      Arrays.stream(Algorithm.values())
          .collect(toUnmodifiableMap(Algorithm::name, Function.identity()));

  /** What an issuer can make somebody. */
  private static final Map<String, Role> ROLES =
      Map.of(
          "client", Role.CLIENT,
          "provider", Role.PROVIDER,
          "driver", Role.DRIVER,
          "admin", Role.ADMIN);

  private static final String NOWHERE = "is no address on the public internet over https";

  private record NamedRole(String name, Role role) {}

  private final TrustedIssuers trustedIssuers;
  private final TrustIssuer trustIssuer;
  private final DropIssuer dropIssuer;
  private final OutsideAddresses addresses;

  @Inject
  public OidcIssuersResource(
      TrustedIssuers trustedIssuers,
      TrustIssuer trustIssuer,
      DropIssuer dropIssuer,
      OutsideAddresses addresses) {
    this.trustedIssuers = trustedIssuers;
    this.trustIssuer = trustIssuer;
    this.dropIssuer = dropIssuer;
    this.addresses = addresses;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (trustedIssuers.handle(new TrustedIssuers.Query(Callers.of(security)))) {
      case TrustedIssuers.Outcome.Listed(var issuers) ->
          Response.ok(Listed.whole(issuers.stream().map(OidcIssuerView::of).toList())).build();
      case TrustedIssuers.Outcome.Forbidden _ -> forbidden();
    };
  }

  @POST
  public Response trust(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (command(Callers.of(security), body)) {
      case Parsed.Valid(var command) -> answer(trustIssuer.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @DELETE
  @Path("{issuer}")
  public Response drop(
      @PathParam("issuer") UUID issuer, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new DropIssuer.Command(Callers.of(security), new OidcIssuerId(issuer));
    return switch (dropIssuer.handle(command)) {
      case DROPPED -> Response.noContent().build();
      case NOT_FOUND -> Problem.of(ProblemCode.NOT_FOUND, "There is no such issuer.");
      case FORBIDDEN -> forbidden();
    };
  }

  private static Response answer(TrustIssuer.Outcome outcome) {
    return switch (outcome) {
      case TrustIssuer.Outcome.Trusted(var issuer) ->
          Answers.created("admin/oidc-issuers", OidcIssuerView.of(issuer));
      case TrustIssuer.Outcome.TrustedAlready _ ->
          Problem.of(ProblemCode.WRONG_STATE, "An issuer of this name is trusted already.");
      case TrustIssuer.Outcome.Forbidden _ -> forbidden();
    };
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "This takes an administrator of the tenant.");
  }

  private Parsed<TrustIssuer.Command> command(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var issuer = members.read("issuer", this::name, NOWHERE);
    var audience = members.text("audience", 1, OidcIssuer.LONGEST_URL);
    var keys = members.read("jwksUrl", addresses::read, NOWHERE);
    var algorithms = members.words("algorithms", 1, ALGORITHMS);
    var rolesClaim = members.text("rolesClaim", 1, LONGEST_CLAIM);
    var roles = members.list("roles", OidcIssuer.MOST_ROLES, OidcIssuersResource::role);
    var admitsStrangers = members.flag("admitsStrangers");
    if (members.has("roles") && hasTwice(body)) {
      members.violate("roles", Code.OUT_OF_RANGE, "names a role twice");
    }
    return members.into(
        () ->
            new TrustIssuer.Command(
                caller,
                issuer.get(),
                audience.get(),
                keys.get(),
                algorithms.get(),
                rolesClaim.get(),
                byName(roles.get()),
                admitsStrangers.get()));
  }

  private static Supplier<NamedRole> role(Members members) {
    var name = members.read("name", OidcIssuersResource::roleName, "has other characters");
    var role = members.word("role", ROLES);
    return () -> new NamedRole(name.get(), role.get());
  }

  private static String roleName(String text) {
    if (!OidcIssuer.NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Map<String, Role> byName(List<NamedRole> roles) {
    return roles.stream().collect(toUnmodifiableMap(NamedRole::name, NamedRole::role));
  }

  private static boolean hasTwice(@Nullable JsonNode body) {
    var names = body == null ? List.<String>of() : body.path("roles").findValuesAsText("name");
    return names.stream().distinct().count() < names.size();
  }

  /** An issuer is called by an address without a query (OpenID Connect Discovery 1.0, 3). */
  private String name(String text) {
    if (addresses.read(text).getRawQuery() != null) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
