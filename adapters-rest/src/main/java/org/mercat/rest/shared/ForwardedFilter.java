package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} of proxies that are trusted,
 * and of nobody else. The first filter: those behind it see the request as its sender made it.
 */
public final class ForwardedFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

  private final transient TrustedProxies proxies;

  public ForwardedFilter(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var peer = ClientAddress.of(request);
    chain.doFilter(proxies.include(peer) ? forwarded(peer, request) : request, response);
  }

  private HttpServletRequest forwarded(ClientAddress peer, HttpServletRequest request) {
    return new ForwardedRequest(
        request,
        client(peer, values(request, "X-Forwarded-For")),
        last(request, "X-Forwarded-Proto")
            .map(scheme -> scheme.toLowerCase(Locale.ROOT))
            .filter(SCHEMES::contains),
        last(request, "X-Forwarded-Host").filter(HOST.asMatchPredicate()));
  }

  /** Who spoke to the outermost proxy that is trusted: what is left of it anybody may have made. */
  private ClientAddress client(ClientAddress peer, List<String> hops) {
    var client = peer;
    for (var hop : hops.reversed()) {
      var before =
          proxies.include(client) ? ClientAddress.read(hop) : Optional.<ClientAddress>empty();
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return client;
  }

  private static Optional<String> last(HttpServletRequest request, String header) {
    var values = values(request, header);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  private static List<String> values(HttpServletRequest request, String header) {
    var values = new ArrayList<String>();
    for (var line : Collections.list(request.getHeaders(header))) {
      Pattern.compile(",").splitAsStream(line).map(String::strip).forEach(values::add);
    }
    return values;
  }
}
