package org.mercat.rest.identity;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mercat.application.identity.WhoAmI.Me;

/** An account on the wire, for its owner. */
record UserView(
    UUID id, String email, String firstName, String lastName, List<String> roles, String status) {

  static UserView of(Me me) {
    return new UserView(
        me.id().value(),
        me.email().value(),
        me.name().first(),
        me.name().last(),
        me.roles().stream().sorted().map(UserView::word).toList(),
        word(me.status()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
