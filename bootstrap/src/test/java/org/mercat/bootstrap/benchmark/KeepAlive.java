package org.mercat.bootstrap.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection that is kept, and costs this side next to nothing. */
final class KeepAlive implements AutoCloseable {

  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final int port;
  private final String authorization;
  private final String headers;

  KeepAlive(int port, String authorization) throws IOException {
    this.port = port;
    this.authorization = authorization;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.headers = "Host: localhost:%d\r\nAuthorization: %s\r\n".formatted(port, authorization);
  }

  /** A new one in its place: the server closes what has been idle for half a minute. */
  KeepAlive renewed() throws IOException {
    close();
    return new KeepAlive(port, authorization);
  }

  String get(String path) throws IOException {
    return exchange("GET /api/v1%s HTTP/1.1\r\n%s\r\n".formatted(path, headers), "200");
  }

  String post(String path, String key, String body) throws IOException {
    return exchange(
        """
        POST /api/v1%s HTTP/1.1\r
        %sIdempotency-Key: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s\
        """
            .formatted(path, headers, key, body.length(), body),
        "201");
  }

  private String exchange(String request, String status) throws IOException {
    out.write(request.getBytes(ISO_8859_1));
    out.flush();
    var first = line();
    var length = -1;
    for (var line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    if (length < 0) {
      throw new IOException("no Content-Length: " + first);
    }
    var body = new String(in.readNBytes(length), UTF_8);
    if (!first.startsWith("HTTP/1.1 " + status)) {
      throw new IOException(first + "\n" + body);
    }
    return body;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server has closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
