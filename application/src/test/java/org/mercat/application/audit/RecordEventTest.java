package org.mercat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.InMemoryAuditTrail;
import org.mercat.application.audit.port.SampleDeeds;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ClientOrigin;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.booking.BookingEvent.BookingExpired;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.SessionEvent.SessionOpened;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

class RecordEventTest {

  private static final Acting MARKET = Acting.of(TenantId.DEFAULT);
  private static final Acting GUEST = Acting.guest(TenantId.DEFAULT);
  private static final UserId ADA = new UserId(UUID.randomUUID());

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final RecordEvent recordEvent = new RecordEvent(trail);

  @Test
  void what_somebody_asked_for_is_done_by_him() {
    var ada = new Caller(ADA, Set.of(Role.CLIENT));

    var deed = recorded(MARKET.inRequest("request-1").as(ada), expired());

    assertThat(deed.actor()).isEqualTo(Actor.user(ADA));
    assertThat(deed.action()).isEqualTo(Action.BOOKING);
    assertThat(deed.request()).contains("request-1");
  }

  @Test
  void what_a_program_asked_for_is_done_by_its_key() {
    var ada = new Caller(ADA, Set.of(), Set.of(Permission.BOOKING_OWN));
    var key = new ApiKeyId(UUID.randomUUID());

    assertThat(recorded(GUEST.by(key, ada), expired()).actor()).isEqualTo(Actor.apiKey(key));
  }

  @Test
  void what_nobody_asked_for_is_done_by_the_market() {
    assertThat(recorded(MARKET, expired()).actor()).isEqualTo(Actor.SYSTEM);
  }

  @Test
  void what_somebody_asked_for_who_has_not_signed_in_is_done_by_a_guest() {
    assertThat(recorded(GUEST, expired()).actor()).isEqualTo(Actor.GUEST);
  }

  @Test
  void whoever_signs_up_or_in_does_it_himself() {
    var registered = new UserRegistered(ADA, Set.of(Role.CLIENT), SampleDeeds.NOON);
    var opened = new SessionOpened(new SessionId(UUID.randomUUID()), ADA, SampleDeeds.NOON);

    assertThat(recorded(GUEST, registered).actor()).isEqualTo(Actor.user(ADA));
    assertThat(recorded(GUEST, opened).actor()).isEqualTo(Actor.user(ADA));
  }

  @Test
  void from_where_it_was_asked_for_is_kept_as_a_pseudonym() {
    var deed = new ClientOrigin("0123456789abcdef").call(() -> recorded(MARKET, expired()));

    assertThat(deed.origin()).contains("0123456789abcdef");
  }

  private Deed recorded(Acting acting, DomainEvent event) {
    acting.run(() -> recordEvent.handle(event));
    return trail.all().toList().getLast().deed();
  }

  private static BookingExpired expired() {
    return new BookingExpired(new BookingId(UUID.randomUUID()), SampleDeeds.NOON);
  }
}
