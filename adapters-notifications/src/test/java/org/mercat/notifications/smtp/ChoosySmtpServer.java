package org.mercat.notifications.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** A mail server that has the same answer for every recipient. */
final class ChoosySmtpServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String answer;

  ChoosySmtpServer(String answer) throws IOException {
    this.answer = answer;
    this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var _ = Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    try (var connection = socket.accept()) {
      talk(connection);
    } catch (SocketException closed) {
      assert socket.isClosed() : closed;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void talk(Socket connection) throws IOException {
    var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
    say(connection, "220 choosy");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      say(connection, line.startsWith("RCPT") ? answer : "250 as you like");
    }
  }

  private static void say(Socket connection, String line) throws IOException {
    connection.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
  }
}
