package org.mercat.rest.identity;

import java.util.List;
import org.mercat.domain.identity.RecoveryCode;

/** A set of recovery codes, shown this once. */
record RecoveryCodesView(List<String> recoveryCodes) {

  static RecoveryCodesView of(List<RecoveryCode> codes) {
    return new RecoveryCodesView(codes.stream().map(RecoveryCode::text).toList());
  }

  @Override
  public String toString() {
    return "RecoveryCodesView[...]";
  }
}
