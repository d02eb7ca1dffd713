package org.mercat.rest.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.mercat.application.identity.ChangeRights;
import org.mercat.application.identity.ChangeRights.Act;
import org.mercat.application.identity.RightsOf;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserId;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;

/** A change of what somebody may do, by whoever has seen what it is now. */
@Singleton
public class RightsChange {

  private final RightsOf rightsOf;
  private final ChangeRights changeRights;

  @Inject
  public RightsChange(RightsOf rightsOf, ChangeRights changeRights) {
    this.rightsOf = rightsOf;
    this.changeRights = changeRights;
  }

  Response show(Caller caller, UserId user) {
    return switch (rightsOf.handle(new RightsOf.Query(caller, user))) {
      case RightsOf.Outcome.Found(var rights) -> RightsText.whole(rights);
      case RightsOf.Outcome.Forbidden _ -> RightsText.forbidden();
      case RightsOf.Outcome.NotFound _ -> RightsText.notFound();
    };
  }

  Response make(Caller caller, UserId user, HttpHeaders headers, Parsed<Act> act) {
    return switch (rightsOf.handle(new RightsOf.Query(caller, user))) {
      case RightsOf.Outcome.Found(var present) -> make(caller, present, headers, act);
      case RightsOf.Outcome.Forbidden _ -> RightsText.forbidden();
      case RightsOf.Outcome.NotFound _ -> RightsText.notFound();
    };
  }

  private Response make(Caller caller, Rights present, HttpHeaders headers, Parsed<Act> act) {
    Preconditions.require(headers, present.version());
    return switch (act) {
      case Parsed.Valid(var valid) ->
          RightsText.answer(
              changeRights.handle(
                  new ChangeRights.Command(caller, present.user(), present.version(), valid)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }
}
