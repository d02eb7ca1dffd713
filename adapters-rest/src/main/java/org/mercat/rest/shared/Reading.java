package org.mercat.rest.shared;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request of the same caller that reads something, in place of the one that was sent. */
final class Reading extends OtherAddress {

  private static final Set<String> OF_THE_OTHER =
      Set.of("content-type", "content-length", "if-match", "if-none-match", "transfer-encoding");

  Reading(HttpServletRequest request, Address address) {
    super(request, address);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isOfTheOther(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isOfTheOther(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(
        Collections.list(super.getHeaderNames()).stream()
            .filter(name -> !isOfTheOther(name))
            .toList());
  }

  @Override
  public @Nullable String getQueryString() {
    return null;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public ServletInputStream getInputStream() {
    return ReadBody.stream(new byte[0]);
  }

  private static boolean isOfTheOther(String name) {
    return OF_THE_OTHER.contains(name.toLowerCase(Locale.ROOT));
  }
}
