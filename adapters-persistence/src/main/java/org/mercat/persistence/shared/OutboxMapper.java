package org.mercat.persistence.shared;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.apache.ibatis.annotations.Select;

interface OutboxMapper {

  /** Numbers the event after those of its subject. */
  @Select(
      "select append_event(#{id}, #{subjectKind}, #{subjectId}, #{type}, #{payload}::jsonb, #{at})")
  @CanIgnoreReturnValue
  String append(OutboxRow row);
}
