package org.mercat.persistence.shared;

import org.apache.ibatis.annotations.Delete;

/** What Bucket4j does not do to its table in a transaction. */
interface RateLimitBucketMapper {

  /** Forgets buckets that are full again: a bucket that is not there is a full one. */
  @Delete(
      """
      delete from rate_limit_bucket
       where expires_millis < extract(epoch from now()) * 1000""")
  int prune();
}
