package org.mercat.domain.planted;

public class HasMutableState {
  int count;
}
