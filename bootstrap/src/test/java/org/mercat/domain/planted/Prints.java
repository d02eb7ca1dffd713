package org.mercat.domain.planted;

public class Prints {
  void hello() {
    System.out.println("hello");
  }
}
