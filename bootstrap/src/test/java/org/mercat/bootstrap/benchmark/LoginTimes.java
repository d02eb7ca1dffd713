package org.mercat.bootstrap.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mercat.bootstrap.e2e.ServerProcess;

/**
 * Signs in with wrong passwords, in turn to addresses that have an account and to ones that have
 * none, and prints how long the answers take. No address is tried so often that it is locked.
 */
public final class LoginTimes {

  private static final int TRIES_OF_ONE = 4;
  private static final int WARM_UP = 100;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String api;
  private final int tries = Integer.getInteger("mercat.benchmark.logins", 1_000);

  private LoginTimes(String server) {
    this.api = server + "/api/v1/auth/";
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (var server = ServerProcess.launch("logins", Map.of("MERCAT_PROFILE", "dev"))) {
      server.awaitReady();
      new LoginTimes(server.url()).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    var known = new ArrayList<String>();
    for (var index = 0; index < (tries + WARM_UP) / TRIES_OF_ONE + 1; index++) {
      known.add(registered());
    }
    var withAccount = new ArrayList<Long>();
    var without = new ArrayList<Long>();
    for (var round = -WARM_UP; round < tries; round++) {
      var ofKnown = refused(known.get((round + WARM_UP) / TRIES_OF_ONE));
      var ofUnknown = refused(anyAddress());
      if (round >= 0) {
        withAccount.add(ofKnown);
        without.add(ofUnknown);
      }
    }
    var one = median(withAccount);
    var other = median(without);
    System.out.printf(
        "%d wrong passwords each: %.2f ms with an account, %.2f ms without, %.1f %% apart%n",
        tries, one / 1e6, other / 1e6, 100.0 * Math.abs(one - other) / Math.min(one, other));
  }

  private String registered() throws IOException, InterruptedException {
    var email = anyAddress();
    var body =
        """
        {"email": "%s", "password": "correct horse battery staple", "firstName": "Ada",
         "lastName": "Lovelace", "role": "client"}
        """
            .formatted(email);
    expect(201, send("register", body));
    return email;
  }

  /** How long the answer took, in nanoseconds. */
  private long refused(String email) throws IOException, InterruptedException {
    var body = "{\"email\": \"%s\", \"password\": \"not the right one\"}".formatted(email);
    var begin = System.nanoTime();
    var status = send("login", body);
    var took = System.nanoTime() - begin;
    expect(401, status);
    return took;
  }

  private int send(String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void expect(int expected, int status) {
    if (status != expected) {
      throw new IllegalStateException("answered " + status + " instead of " + expected);
    }
  }

  private static String anyAddress() {
    return "ada-" + UUID.randomUUID() + "@example.org";
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
