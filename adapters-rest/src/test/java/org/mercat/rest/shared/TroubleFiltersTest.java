package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.InMemorySystemEvents;
import org.mercat.application.shared.ClientOrigin;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.SecurityLog.Incident;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;

/** What is reported of requests, and by which name their addresses are known. */
class TroubleFiltersTest {

  private static final String PATH = "/bookings/01890a5d-ac96-774b-bcce-b302099a8057";

  private final InMemorySystemEvents events = new InMemorySystemEvents();
  private final TroubleFilter filter = new TroubleFilter(events);
  private final List<Optional<ClientOrigin>> origins = new ArrayList<>();

  @Test
  void an_answer_of_the_server_s_own_fault_is_reported_without_what_was_asked() throws Exception {
    var _ =
        new Exchange("GET", PATH)
            .through(filter, (_, response) -> Exchange.write(http(response), 500, "{}"));
    var _ =
        new Exchange("GET", PATH)
            .through(filter, (_, response) -> Exchange.write(http(response), 503, "{}"));

    assertThat(events.reported())
        .extracting(Event::level)
        .containsExactly(Level.ERROR, Level.WARNING);
    assertThat(events.reported())
        .allSatisfy(
            event -> assertThat(event.context()).containsEntry("route", "GET /bookings/{id}"));
  }

  @Test
  void what_escapes_is_reported_and_escapes() {
    var down = new PortUnavailable("the database");
    var broken = new IllegalStateException("secret");

    assertThatThrownBy(() -> failing(down)).isSameAs(down);
    assertThatThrownBy(() -> failing(broken)).isSameAs(broken);

    assertThat(events.reported())
        .extracting(event -> event.context().get("status"))
        .containsExactly("503", "500");
    assertThat(events.reported().toString()).doesNotContain("secret");
  }

  @Test
  void what_the_sender_did_wrong_is_not_reported() throws Exception {
    for (var status : List.of(200, 404, 422)) {
      var _ =
          new Exchange("GET", PATH)
              .through(filter, (_, response) -> Exchange.write(http(response), status, "{}"));
    }

    assertThat(events.reported()).isEmpty();
  }

  @Test
  void the_work_knows_its_origin_by_a_pseudonym_only() throws Exception {
    asked("192.0.2.1");
    asked("192.0.2.1");
    asked("192.0.2.2");
    asked("2001:db8:0:1::1");
    asked("2001:db8:0:1::2");

    assertThat(origins)
        .allSatisfy(
            origin ->
                assertThat(origin.orElseThrow().pseudonym())
                    .matches("[0-9a-f]{16}")
                    .doesNotContain("192"));
    assertThat(origins.get(0)).isEqualTo(origins.get(1)).isNotEqualTo(origins.get(2));
    assertThat(origins.get(3)).isEqualTo(origins.get(4));
    assertThat(ClientOrigin.current()).isEmpty();
  }

  @Test
  void another_installation_has_other_pseudonyms() {
    var here = new Pseudonyms(new byte[] {1});
    var there = new Pseudonyms(new byte[] {2});

    assertThat(here.apply("192.0.2.1")).isNotEqualTo(there.apply("192.0.2.1"));
  }

  @Test
  void a_sign_in_that_was_refused_is_reported_and_nothing_else_is() throws Exception {
    var incidents = new ArrayList<Incident>();
    var attempts = new AttemptFilter((incident, _) -> incidents.add(incident));

    answered(attempts, "POST", "/auth/login", 200);
    answered(attempts, "POST", "/auth/login", 422);
    answered(attempts, "POST", "/auth/refresh", 401);
    answered(attempts, "GET", "/auth/login", 401);
    assertThat(incidents).isEmpty();

    answered(attempts, "POST", "/auth/login", 401);
    assertThat(incidents).containsExactly(Incident.SIGN_IN_FAILED);
  }

  private static void answered(Filter filter, String method, String path, int status)
      throws Exception {
    var _ =
        new Exchange(method, path)
            .through(filter, (_, response) -> Exchange.write(http(response), status, "{}"));
  }

  private void failing(RuntimeException failure) throws Exception {
    var _ =
        new Exchange("GET", PATH)
            .through(
                filter,
                (_, _) -> {
                  throw failure;
                });
  }

  private void asked(String peer) throws Exception {
    var _ =
        new Exchange("GET", PATH)
            .from(peer)
            .through(
                new OriginFilter(new Pseudonyms(new byte[] {1})),
                (_, _) -> origins.add(ClientOrigin.current()));
  }

  private static HttpServletResponse http(ServletResponse response) {
    return (HttpServletResponse) response;
  }
}
