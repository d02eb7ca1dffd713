package org.mercat.rest.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.tenancy.ChangeTenant;
import org.mercat.application.tenancy.OpenTenant;
import org.mercat.application.tenancy.TenantDetails;
import org.mercat.application.tenancy.TenantList;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** The markets of the installation, for its operator. */
@Path("admin/tenants")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TenantsResource {

  private static final Violation GUESSABLE =
      new Violation("/administrator/password", Code.GUESSABLE, "is guessed too easily");

  private final TenantList list;
  private final TenantDetails details;
  private final OpenTenant openTenant;
  private final ChangeTenant changeTenant;

  @Inject
  public TenantsResource(
      TenantList list, TenantDetails details, OpenTenant openTenant, ChangeTenant changeTenant) {
    this.list = list;
    this.details = details;
    this.openTenant = openTenant;
    this.changeTenant = changeTenant;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = new TenantList.Query(Callers.of(security), Paging.parse(uri));
    return switch (list.handle(query)) {
      case TenantList.Outcome.Found(var tenants) ->
          Response.ok(Listed.of(tenants.map(TenantView::of))).build();
      case TenantList.Outcome.Forbidden _ -> forbidden();
    };
  }

  @POST
  public Response open(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (TenantText.opening(Callers.of(security), body)) {
      case Parsed.Valid(var command) -> answer(openTenant.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @GET
  @Path("{id}")
  public Response find(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (details.handle(query(id, security))) {
      case TenantDetails.Outcome.Found(var tenant) -> whole(tenant);
      case TenantDetails.Outcome.Forbidden _ -> forbidden();
      case TenantDetails.Outcome.NotFound _ -> notFound();
    };
  }

  @PATCH
  @Path("{id}")
  @Consumes(Patch.MEDIA_TYPE)
  public Response change(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (details.handle(query(id, security))) {
      case TenantDetails.Outcome.Found(var tenant) -> {
        Preconditions.require(headers, tenant.version());
        yield change(tenant, body, security);
      }
      case TenantDetails.Outcome.Forbidden _ -> forbidden();
      case TenantDetails.Outcome.NotFound _ -> notFound();
    };
  }

  private Response change(Tenant tenant, @Nullable JsonNode body, SecurityContext security) {
    return switch (TenantText.change(Callers.of(security), tenant, body)) {
      case Parsed.Valid(var command) -> answer(changeTenant.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static TenantDetails.Query query(UUID id, SecurityContext security) {
    return new TenantDetails.Query(Callers.of(security), new TenantId(id));
  }

  private static Response answer(OpenTenant.Outcome outcome) {
    return switch (outcome) {
      case OpenTenant.Outcome.Opened(var tenant) ->
          Answers.created(
              "admin/tenants", tenant.id().value(), tenant.version(), TenantView.of(tenant));
      case OpenTenant.Outcome.Forbidden _ -> forbidden();
      case OpenTenant.Outcome.SlugTaken _ ->
          Problem.of(ProblemCode.WRONG_STATE, "Another tenant has this slug.");
      case OpenTenant.Outcome.HostTaken _ -> hostTaken();
      case OpenTenant.Outcome.GuessablePassword _ -> Problem.of(List.of(GUESSABLE));
    };
  }

  private static Response answer(ChangeTenant.Outcome outcome) {
    return switch (outcome) {
      case ChangeTenant.Outcome.Changed(var tenant) -> whole(tenant);
      case ChangeTenant.Outcome.Forbidden _ -> forbidden();
      case ChangeTenant.Outcome.NotFound _ -> notFound();
      case ChangeTenant.Outcome.Stale _ -> throw Preconditions.stale();
      case ChangeTenant.Outcome.HostTaken _ -> hostTaken();
      case ChangeTenant.Outcome.Refused(var why) ->
          switch (why) {
            case DEFAULT_STAYS ->
                Problem.of(ProblemCode.WRONG_STATE, "The default tenant cannot be suspended.");
          };
    };
  }

  private static Response whole(Tenant tenant) {
    return Answers.ok(TenantView.of(tenant), tenant.version());
  }

  private static Response hostTaken() {
    return Problem.of(ProblemCode.WRONG_STATE, "Another tenant is reached under one of the hosts.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such tenant.");
  }

  private static Response forbidden() {
    return Problem.of(
        ProblemCode.FORBIDDEN, "Only the operator of the installation manages tenants.");
  }
}
