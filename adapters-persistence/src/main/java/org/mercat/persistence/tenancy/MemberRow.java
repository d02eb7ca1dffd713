package org.mercat.persistence.tenancy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.mercat.application.tenancy.port.Members.Member;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/**
 * What a member is in table {@code app_user}.
 *
 * @param roles the rows of {@code user_role}, joined by commas
 */
record MemberRow(
    UUID id,
    String email,
    String firstName,
    String lastName,
    String roles,
    String status,
    Instant registeredAt) {

  Member toMember() {
    return new Member(
        new UserId(id),
        email,
        firstName,
        lastName,
        Stream.of(roles.split(",", -1))
            .filter(role -> !role.isEmpty())
            .map(Role::valueOf)
            .collect(toUnmodifiableSet()),
        status,
        registeredAt);
  }
}
