package org.mercat.persistence.review;

import org.mercat.application.review.port.ReviewableWork;
import org.mercat.application.review.port.ReviewableWorkContract;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisReviewableWorkTest extends MyBatisMarket implements ReviewableWorkContract {

  @Override
  public ReviewableWork reviewable() {
    return new MyBatisReviewableWork(TestDatabase.SESSIONS);
  }
}
