package org.mercat.persistence.payment;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SavedMethodMapper {

  String METHOD =
      """
      select id, user_id, payer_reference, brand, last_digits, expiry_month, expiry_year, preferred,
             state, state_at, token, failure, version
        from payment_method
      """;

  @Select(METHOD + " where id = #{id}")
  @Nullable SavedMethodRow find(UUID id);

  @Select(METHOD + " where user_id = #{owner} and preferred")
  @Nullable SavedMethodRow preferred(UUID owner);

  @Select(
      METHOD
          + """
           where user_id = #{owner} and state in ('ASKED', 'SAVED')
             and (#{after}::uuid is null or id < #{after}::uuid)
           order by id desc
           limit #{most}
          """)
  List<SavedMethodRow> live(UUID owner, @Nullable UUID after, int most);

  @Insert(
      """
      insert into payment_method
        (id, user_id, payer_reference, brand, last_digits, expiry_month, expiry_year, preferred,
         state, state_at, token, failure, version)
      values (#{id}, #{userId}, #{payerReference}, #{brand}, #{lastDigits}, #{expiryMonth},
              #{expiryYear}, #{preferred}, #{state}, #{stateAt}, #{token}, #{failure}, #{version})
      """)
  int insert(SavedMethodRow method);

  /** That another one is preferred is seen before the index would refuse it. */
  @Update(
      """
      update payment_method m
         set preferred = #{preferred}, state = #{state}, state_at = #{stateAt}, token = #{token},
             failure = #{failure}, version = version + 1
       where id = #{id} and version = #{version}
         and (not #{preferred}
              or not exists (select from payment_method o
                              where o.user_id = m.user_id and o.id <> m.id and o.preferred))
      """)
  int update(SavedMethodRow method);
}
