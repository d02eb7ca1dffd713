package org.mercat.persistence.identity;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** The rows of {@code user_role} and of {@code user_permission}, each kind joined by commas. */
record UserRightsRow(
    UUID id, long version, String roles, @Nullable String granted, @Nullable String denied) {

  private static final Pattern COMMA = Pattern.compile(",");

  static UserRightsRow of(Rights rights) {
    return new UserRightsRow(
        rights.user().value(),
        rights.version(),
        joined(rights.roles()),
        joined(rights.grants()),
        joined(rights.denials()));
  }

  Rights toDomain() {
    return new Rights(
        new UserId(id),
        read(roles, Role::valueOf),
        read(granted, Permission::valueOf),
        read(denied, Permission::valueOf),
        version);
  }

  private static String joined(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(joining(","));
  }

  private static <E> Set<E> read(@Nullable String joined, Function<String, E> one) {
    return joined == null
        ? Set.of()
        : COMMA.splitAsStream(joined).map(one).collect(toUnmodifiableSet());
  }
}
