package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as if it had been sent to another address of this API. */
class OtherAddress extends HttpServletRequestWrapper {

  private final Address address;

  OtherAddress(HttpServletRequest request, Address address) {
    super(request);
    this.address = address;
  }

  @Override
  public String getMethod() {
    return address.method();
  }

  @Override
  public String getRequestURI() {
    return address.uri();
  }

  @Override
  public StringBuffer getRequestURL() {
    var asked = super.getRequestURL().toString();
    var origin = asked.substring(0, asked.length() - super.getRequestURI().length());
    return new StringBuffer(origin).append(address.uri());
  }

  @Override
  public String getPathInfo() {
    return address.uri().substring(Api.BASE.length());
  }
}
