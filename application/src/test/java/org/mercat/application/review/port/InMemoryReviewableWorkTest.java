package org.mercat.application.review.port;

class InMemoryReviewableWorkTest extends InMemoryMarket implements ReviewableWorkContract {

  @Override
  public ReviewableWork reviewable() {
    return new InMemoryReviewableWork(bookings());
  }
}
