package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.mercat.application.shared.ClientOrigin;

/** Lets the work know from where it was asked for, by a pseudonym of the address. */
public final class OriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final transient UnaryOperator<String> pseudonym;

  /**
   * A filter that names addresses by these pseudonyms.
   *
   * @param pseudonym of the network that one customer has to himself: 16 hexadecimal digits
   */
  public OriginFilter(UnaryOperator<String> pseudonym) {
    this.pseudonym = pseudonym;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var network = ClientAddress.of(request).network();
    var _ = new ClientOrigin(pseudonym.apply(network)).call(new Onward(chain, request, response));
  }
}
