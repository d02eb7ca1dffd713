package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.rest.shared.Routes.Route;

class RoutesTest {

  @Path("/bookings")
  static class Bookings {
    @GET
    public String list() {
      return "";
    }

    @GET
    @Path("/{id}")
    public String one() {
      return "";
    }

    @GET
    @Path("/mine")
    public String mine() {
      return "";
    }

    @POST
    @Path("{ booking : [0-9a-f]{8} }/deliver")
    public String deliver() {
      return "";
    }
  }

  private final Routes routes = Routes.of(List.of(Bookings.class));

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/bookings, GET, /api/v1/bookings",
    "GET, /api/v1/bookings/, GET, /api/v1/bookings",
    "GET, /api/v1/bookings/4711, GET, /api/v1/bookings/{id}",
    "GET, /api/v1/bookings/mine, GET, /api/v1/bookings/mine",
    "HEAD, /api/v1/bookings/4711, HEAD, /api/v1/bookings/{id}",
    "OPTIONS, /api/v1/bookings, OPTIONS, /api/v1/bookings",
    "POST, /api/v1/transactions/4711/complete, POST, /api/v1/bookings/{booking}/deliver",
    "POST, /api/v1/bookings, POST, unmatched",
    "GET, /api/v1/somebody@example.org, GET, unmatched",
    "BREW, /api/v1/bookings, other, unmatched",
    "GET, /openapi/ui/index.html, GET, /openapi",
    "GET, /.well-known/jwks.json, GET, /.well-known",
    "GET, /openapiary, GET, unmatched",
    "GET, /wp-login.php, GET, unmatched",
  })
  void a_route_tells_the_operation_and_nothing_of_what_it_is_called_with(
      String method, String path, String shown, String template) {
    var request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn(method);
    when(request.getRequestURI()).thenReturn(path);

    assertThat(routes.of(request)).isEqualTo(new Route(shown, template));
  }
}
