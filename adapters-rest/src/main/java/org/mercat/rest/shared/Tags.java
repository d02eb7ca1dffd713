package org.mercat.rest.shared;

import jakarta.ws.rs.core.EntityTag;

/** The version of something as an ETag. */
public final class Tags {

  private Tags() {}

  public static EntityTag of(long version) {
    return new EntityTag(Long.toString(version));
  }
}
