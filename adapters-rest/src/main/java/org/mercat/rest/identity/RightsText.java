package org.mercat.rest.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.ChangeRights;
import org.mercat.application.identity.ChangeRights.Act;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;

/** What somebody may do, on the wire. */
final class RightsText {

  /**
   * All of it.
   *
   * @param permissions what comes of the roles, the grants and the denials
   */
  record RightsView(
      List<String> roles, List<String> grants, List<String> denials, List<String> permissions) {

    static RightsView of(Rights rights) {
      return new RightsView(
          rights.roles().stream().sorted().map(RightsText::word).toList(),
          names(rights.grants()),
          names(rights.denials()),
          names(rights.permissions()));
    }

    private static List<String> names(Set<Permission> permissions) {
      return permissions.stream().sorted().map(Permission::name).toList();
    }
  }

  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values())
          .collect(toUnmodifiableMap(RightsText::word, Function.identity()));

  private static final Map<String, Permission> PERMISSIONS =
      Arrays.stream(Permission.values())
          .collect(toUnmodifiableMap(Permission::name, Function.identity()));

  private RightsText() {}

  static Parsed<Act> roles(@Nullable JsonNode body) {
    var members = Members.of(body);
    var roles = members.words("roles", 1, ROLES);
    return members.into(() -> new Act.GiveRoles(roles.get()));
  }

  static Parsed<Act> permissions(@Nullable JsonNode body) {
    var members = Members.of(body);
    var grants = members.words("grants", 0, PERMISSIONS);
    var denials = members.words("denials", 0, PERMISSIONS);
    return members.into(() -> new Act.Permit(grants.get(), denials.get()));
  }

  static Response answer(ChangeRights.Outcome outcome) {
    return switch (outcome) {
      case ChangeRights.Outcome.Changed(var rights) -> whole(rights);
      case ChangeRights.Outcome.Forbidden _ -> forbidden();
      case ChangeRights.Outcome.OwnRights _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Nobody changes what he himself may do.");
      case ChangeRights.Outcome.NotFound _ -> notFound();
      case ChangeRights.Outcome.Stale _ -> throw Preconditions.stale();
      case ChangeRights.Outcome.LastSuperAdmin _ ->
          Problem.of(ProblemCode.WRONG_STATE, "Nobody would be left who makes administrators.");
    };
  }

  static Response whole(Rights rights) {
    return Answers.ok(RightsView.of(rights), rights.version());
  }

  static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "This takes an administrator who may do more.");
  }

  static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such account.");
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
