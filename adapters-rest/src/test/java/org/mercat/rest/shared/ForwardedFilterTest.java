package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedFilterTest {

  private static final String CLIENT = "X-Forwarded-For";

  private final ForwardedFilter filter =
      new ForwardedFilter(TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/33")));
  private final List<HttpServletRequest> seen = new ArrayList<>();

  @Test
  void nobody_else_is_believed_and_nothing_of_the_request_changes() throws Exception {
    var exchange =
        new Exchange("GET", "/listings")
            .from("203.0.113.9")
            .header(CLIENT, "198.51.100.1")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "evil.example");

    assertThat(passed(exchange)).isSameAs(exchange.request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3    | 198.51.100.1                           | 198.51.100.1",
        "10.1.2.3    | 1.1.1.1, 198.51.100.1, 192.0.2.1       | 198.51.100.1",
        "10.1.2.3    | 198.51.100.1:4711                      | 198.51.100.1",
        "10.1.2.3    | [2001:db8:ffff::7]:4711                | 2001:db8:ffff:0:0:0:0:7",
        "2001:db8::5 | 198.51.100.1                           | 198.51.100.1",
        "10.1.2.3    | 10.9.9.9                               | 10.9.9.9",
        "10.1.2.3    | 198.51.100.1, unknown                  | 10.1.2.3",
        "10.1.2.3    | 198.51.100.1, market.example           | 10.1.2.3",
        "10.1.2.3    | ::ffff:198.51.100.1                    | 198.51.100.1",
      })
  void the_right_most_hop_that_is_no_trusted_proxy_is_the_client(
      String peer, String hops, String client) throws Exception {
    var request = passed(new Exchange("GET", "/listings").from(peer).header(CLIENT, hops));

    assertThat(ClientAddress.of(request).text()).isEqualTo(client);
    assertThat(request.getRemoteHost()).isEqualTo(client);
  }

  @Test
  void a_trusted_proxy_that_tells_nothing_is_the_client_itself() throws Exception {
    var request = passed(new Exchange("GET", "/listings").from("192.0.2.1"));

    assertThat(request.getRemoteAddr()).isEqualTo("192.0.2.1");
    assertThat(request.getRequestURL()).hasToString("http://market/api/v1/listings");
    assertThat(request.isSecure()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https, shop.example, https://shop.example/api/v1/listings, 443",
    "https, shop.example:8443, https://shop.example:8443/api/v1/listings, 8443",
    "http, [2001:db8::1], http://[2001:db8::1]/api/v1/listings, 80",
    "'http, HTTPS', 'a.example, b.example', https://b.example/api/v1/listings, 443",
  })
  void addresses_are_made_as_the_sender_wrote_them(String scheme, String host, String url, int port)
      throws Exception {
    var request =
        passed(
            new Exchange("GET", "/listings")
                .from("10.1.2.3")
                .header("X-Forwarded-Proto", scheme)
                .header("X-Forwarded-Host", host));

    assertThat(request.getRequestURL()).hasToString(url);
    assertThat(request.getServerPort()).isEqualTo(port);
    assertThat(request.isSecure()).isEqualTo(url.startsWith("https"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "a.example:port", "<script>", "user@a.example", ""})
  void what_is_no_host_is_not_taken_for_one(String host) throws Exception {
    var request =
        passed(
            new Exchange("GET", "/listings")
                .from("10.1.2.3")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Host", host));

    assertThat(request.getRequestURL()).hasToString("http://market/api/v1/listings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/eight", "proxy.example", "*"})
  void only_addresses_and_networks_can_be_trusted(String network) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              var _ = TrustedProxies.of(List.of(network));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.1, 198.51.100.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
  })
  void a_customer_has_an_address_or_a_network_of_the_sixth_version_to_himself(
      String address, String network) {
    assertThat(ClientAddress.read(address).map(ClientAddress::network)).contains(network);
  }

  private HttpServletRequest passed(Exchange exchange) throws Exception {
    exchange.through(filter, (request, _) -> seen.add((HttpServletRequest) request));
    return seen.getLast();
  }
}
