package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

class ActingTest {

  private static final TenantId OTHER = new TenantId(new UUID(0, 2));
  private static final Caller SOMEBODY =
      new Caller(new UserId(new UUID(0, 3)), Set.of(Role.CLIENT));

  @Test
  void who_is_not_bound_is_a_guest_of_the_default_tenant() {
    assertThat(Acting.now())
        .isEqualTo(new Acting(TenantId.DEFAULT, new Acting.Who.Guest(), Optional.empty()));
  }

  @Test
  void the_market_itself_is_nobody_who_has_signed_in() {
    assertThat(Acting.of(OTHER).who()).isEqualTo(new Acting.Who.Market());
    assertThat(Acting.of(OTHER).caller()).isEmpty();
  }

  @Test
  void a_program_acts_in_the_name_of_a_person() {
    var key = new ApiKeyId(new UUID(0, 4));

    var acting = Acting.guest(OTHER).inRequest("request-3").by(key, SOMEBODY);

    assertThat(acting.who()).isEqualTo(new Acting.Who.Program(key, SOMEBODY));
    assertThat(acting.caller()).contains(SOMEBODY);
    assertThat(acting.request()).contains("request-3");
  }

  @Test
  void whoever_is_bound_acts_until_the_work_is_done() {
    var acting = Acting.of(OTHER).inRequest("request-1").as(SOMEBODY);

    assertThat(acting.call(Acting::now)).isEqualTo(acting);
    assertThat(Acting.now().caller()).isEmpty();
  }

  @Test
  void a_caller_who_signs_in_keeps_the_tenant_and_the_request() {
    var inside = Acting.of(OTHER).inRequest("request-2").call(() -> Acting.now().as(SOMEBODY));

    assertThat(inside.tenant()).isEqualTo(OTHER);
    assertThat(inside.request()).contains("request-2");
    assertThat(inside.caller()).contains(SOMEBODY);
  }
}
