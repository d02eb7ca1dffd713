package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The rest of a filter chain as something that runs in a scope. */
record Onward(FilterChain chain, ServletRequest request, ServletResponse response)
    implements ScopedValue.CallableOp<Boolean, RuntimeException> {

  @Override
  public Boolean call() {
    try {
      chain.doFilter(request, response);
      return true;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (ServletException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
