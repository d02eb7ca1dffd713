package org.mercat.rest.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Looks at whom a connection has reached before a byte is sent: a name that has just led to the
 * public internet may lead elsewhere the next time. It makes no connection itself, so that every
 * one comes by here.
 */
final class CheckedPeers extends SSLSocketFactory {

  private final OutsideAddresses addresses;
  private final SSLSocketFactory tls;

  CheckedPeers(OutsideAddresses addresses, SSLSocketFactory tls) {
    this.addresses = addresses;
    this.tls = tls;
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean closes)
      throws IOException {
    addresses.checkPeer(connected.getInetAddress());
    return tls.createSocket(connected, host, port, closes);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw refused();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw refused();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw refused();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw refused();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  private static IOException refused() {
    return new IOException("only over a connection that was looked at");
  }
}
