package org.mercat.domain.planted;

public class ReadsTheClock {
  java.time.Instant created() {
    return java.time.Instant.now();
  }
}
