package org.mercat.application.tenancy.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;

public final class InMemoryMembers implements Members {

  private final List<Member> members = new ArrayList<>();

  public void add(Member member) {
    members.add(member);
  }

  @Override
  public Page<Member> page(PageRequest request) {
    var found =
        members.stream()
            .sorted(Comparator.comparing(InMemoryMembers::text).reversed())
            .filter(
                member ->
                    request.after().stream()
                        .allMatch(after -> text(member).compareTo(after.toString()) < 0))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, member -> member.id().value());
  }

  private static String text(Member member) {
    return member.id().value().toString();
  }
}
