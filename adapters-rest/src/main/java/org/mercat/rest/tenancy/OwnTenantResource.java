package org.mercat.rest.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mercat.application.tenancy.ChangeSettings;
import org.mercat.application.tenancy.OwnSettings;
import org.mercat.application.tenancy.OwnSettings.Outcome.Found;
import org.mercat.application.tenancy.TenantMembers;
import org.mercat.domain.tenancy.Settings;
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

/** The own market, for those who manage it: its settings, its regions and its members. */
@Path("admin/tenant")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnTenantResource {

  private final OwnSettings ownSettings;
  private final ChangeSettings changeSettings;
  private final TenantMembers members;

  @Inject
  public OwnTenantResource(
      OwnSettings ownSettings, ChangeSettings changeSettings, TenantMembers members) {
    this.ownSettings = ownSettings;
    this.changeSettings = changeSettings;
    this.members = members;
  }

  @GET
  public Response find(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return found(security, OwnTenantResource::settings);
  }

  @PATCH
  @Consumes(Patch.MEDIA_TYPE)
  public Response change(
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return found(
        security,
        found -> {
          Preconditions.require(headers, found.settings().version());
          return change(
              SettingsView.patched(found.settings(), body),
              security,
              next -> settings(new Found(next, found.hosts())));
        });
  }

  @GET
  @Path("regions")
  public Response regions(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return found(security, found -> regions(found.settings()));
  }

  /** What nobody has ever set is replaced without having been read. */
  @PUT
  @Path("regions")
  public Response setRegions(
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return found(
        security,
        found -> {
          var present = found.settings();
          if (present.version() == 0) {
            Preconditions.honour(headers, 0);
          } else {
            Preconditions.require(headers, present.version());
          }
          return change(
              RegionView.parse(body).map(present::withRegions),
              security,
              OwnTenantResource::regions);
        });
  }

  @GET
  @Path("members")
  public Response members(@Context UriInfo uri, @Context SecurityContext security) {
    var query = new TenantMembers.Query(Callers.of(security), Paging.parse(uri));
    return switch (members.handle(query)) {
      case TenantMembers.Outcome.Found(var found) ->
          Response.ok(Listed.of(found.map(MemberView::of))).build();
      case TenantMembers.Outcome.Forbidden _ -> forbidden();
    };
  }

  private Response found(SecurityContext security, Function<Found, Response> answer) {
    return switch (ownSettings.handle(new OwnSettings.Query(Callers.of(security)))) {
      case Found found -> answer.apply(found);
      case OwnSettings.Outcome.Forbidden _ -> forbidden();
    };
  }

  private Response change(
      Parsed<Settings> next, SecurityContext security, Function<Settings, Response> answer) {
    return switch (next) {
      case Parsed.Valid(var settings) ->
          switch (changeSettings.handle(
              new ChangeSettings.Command(Callers.of(security), settings))) {
            case ChangeSettings.Outcome.Changed(var stored) -> answer.apply(stored);
            case ChangeSettings.Outcome.Forbidden _ -> forbidden();
            case ChangeSettings.Outcome.Stale _ -> throw Preconditions.stale();
          };
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response settings(Found found) {
    return Answers.ok(SettingsView.of(found.settings(), found.hosts()), found.settings().version());
  }

  private static Response regions(Settings settings) {
    return Answers.ok(RegionView.Regions.of(settings), settings.version());
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators manage the market.");
  }
}
