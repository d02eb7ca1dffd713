package org.mercat.domain.planted;

public class ThrowsAnything {
  void fail() {
    throw new RuntimeException("something went wrong");
  }
}
