package org.mercat.rest.shared;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every resource and provider of the war that is found by scanning. */
@ApplicationPath(Api.BASE)
public class Api extends Application {
  public static final String BASE = "/api/v1";
}
