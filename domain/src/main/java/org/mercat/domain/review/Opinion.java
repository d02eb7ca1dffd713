package org.mercat.domain.review;

import java.util.Optional;

/** What somebody says about work. */
public record Opinion(Rating rating, Optional<String> title, String comment) {

  public static final int LONGEST_TITLE = 200;
  public static final int LONGEST_COMMENT = 5_000;

  public Opinion {
    if (title.filter(words -> words.isBlank() || words.length() > LONGEST_TITLE).isPresent()) {
      throw new IllegalArgumentException("no title: " + title.orElseThrow().length());
    }
    if (comment.isBlank() || comment.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException("no comment: " + comment.length());
    }
  }
}
