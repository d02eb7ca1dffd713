package org.mercat.application.planted;

public final class HandlesAndMore {
  public void handle() {}

  public void more() {}
}
