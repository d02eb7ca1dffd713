package org.mercat.application.review.port;

class InMemoryReviewsTest extends InMemoryMarket implements ReviewsContract {

  @Override
  public Reviews reviews() {
    return reviews;
  }
}
