package org.mercat.rest.shared;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body has been read. No body, and a body without a media type, are taken as JSON,
 * so that an action without members needs neither.
 */
final class ReadBody extends HttpServletRequestWrapper {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final String PATCH = "PATCH";

  private final byte[] body;

  ReadBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
    request.setAttribute(ReadBody.class.getName(), this);
  }

  /** The body of a request that has come through the filter. */
  static ReadBody of(HttpServletRequest request) {
    return (ReadBody) request.getAttribute(ReadBody.class.getName());
  }

  /** A text that is another one for every other path, query or body. */
  String fingerprint(Address address) {
    var digest = sha256();
    digest.update(address.uri().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '?');
    digest.update(String.valueOf(getQueryString()).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return HexFormat.of().formatHex(digest.digest(body));
  }

  static ServletInputStream stream(byte[] bytes) {
    return new Bytes(new ByteArrayInputStream(bytes));
  }

  byte[] bytes() {
    return body.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    return stream(body);
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public @Nullable String getContentType() {
    return isTakenAsJson() ? MediaType.APPLICATION_JSON : super.getContentType();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType() : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return CONTENT_TYPE.equalsIgnoreCase(name) && isTakenAsJson()
        ? Collections.enumeration(List.of(MediaType.APPLICATION_JSON))
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    var names = Collections.list(super.getHeaderNames());
    if (isTakenAsJson() && names.stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase)) {
      names.add(CONTENT_TYPE);
    }
    return Collections.enumeration(names);
  }

  private boolean isTakenAsJson() {
    return !PATCH.equals(getMethod()) && (body.length == 0 || super.getContentType() == null);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The body again, for whoever reads it. */
  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is here already");
    }
  }
}
