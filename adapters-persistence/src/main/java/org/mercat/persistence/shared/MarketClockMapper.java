package org.mercat.persistence.shared;

import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface MarketClockMapper {

  @Select("select ahead_micros from market_clock")
  long aheadMicros();

  @Update("update market_clock set ahead_micros = #{aheadMicros}")
  void set(long aheadMicros);
}
