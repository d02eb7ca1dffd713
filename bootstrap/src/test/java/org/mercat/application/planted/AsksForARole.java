package org.mercat.application.planted;

import org.mercat.application.shared.Caller;
import org.mercat.domain.shared.Role;

public final class AsksForARole {
  public boolean handle(Caller caller) {
    return caller.roles().contains(Role.ADMIN);
  }
}
