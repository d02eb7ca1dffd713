package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhoAmITest {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void shows_an_account_to_its_owner() {
    var user = newcomers.ada();

    assertThat(newcomers.whoAmI.handle(new WhoAmI.Command(user)))
        .hasValueSatisfying(me -> assertThat(me.email()).isEqualTo(Newcomers.ADA));
  }

  @Test
  void knows_nobody_under_an_unknown_id() {
    assertThat(newcomers.whoAmI.handle(new WhoAmI.Command(newcomers.users.nextId()))).isEmpty();
  }
}
