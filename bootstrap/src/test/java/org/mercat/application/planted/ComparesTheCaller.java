package org.mercat.application.planted;

import java.util.Optional;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.UserId;

public final class ComparesTheCaller {
  public boolean handle(Caller caller, Optional<UserId> owner) {
    return owner.filter(caller.user()::equals).isPresent();
  }
}
