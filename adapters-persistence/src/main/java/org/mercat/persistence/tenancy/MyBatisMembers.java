package org.mercat.persistence.tenancy;

import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.tenancy.port.Members;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisMembers implements Members {

  private final Sessions sessions;

  public MyBatisMembers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Page<Member> page(PageRequest request) {
    var found =
        sessions
            .mapper(MemberMapper.class)
            .page(request.after().orElse(null), request.limit() + 1)
            .stream()
            .map(MemberRow::toMember)
            .toList();
    return Page.of(found, request, member -> member.id().value());
  }
}
