package org.mercat.rest.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mercat.application.tenancy.port.Members.Member;

/** A person of the market on the wire, for those who manage it. */
record MemberView(
    UUID id,
    String email,
    String firstName,
    String lastName,
    List<String> roles,
    String status,
    Instant registeredAt) {

  static MemberView of(Member member) {
    return new MemberView(
        member.id().value(),
        member.email(),
        member.firstName(),
        member.lastName(),
        member.roles().stream().sorted().map(role -> word(role.name())).toList(),
        word(member.status()),
        member.registeredAt());
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
