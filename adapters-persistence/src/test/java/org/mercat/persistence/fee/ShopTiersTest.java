package org.mercat.persistence.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

/** How shops stand now, in the words of seed 004, and that what was set for them stays. */
class ShopTiersTest extends MyBatisCatalog {

  private static final String SET =
      """
      insert into fee_rule (id, direction, kind, provider_id, level, rate_ppm, valid_from, reason,
                            set_at, version)
      values (gen_random_uuid(), 'REFERRAL_COMMISSION', 'LEVEL', null, 'GOLD', 250000, now(), 'r',
              now(), 1),
             (gen_random_uuid(), 'PLATFORM_FEE', 'PROMOTION', '%1$s', null, 1, now(), 'other', now(),
              1);
      insert into seller_tier (id, provider_id, level, valid_from, valid_to, reason, set_at, version)
      values (gen_random_uuid(), '%1$s', 'GOLD', now(), null, 'r', now(), 1);
      insert into vendor_monthly_volume (id, provider_id, year, month, currency, total_sales_minor,
                                         total_orders, closed_at)
      values (gen_random_uuid(), '%1$s', 2026, 9, 'CAD', 100, 1, now()),
             (gen_random_uuid(), '%1$s', 2026, 10, 'CAD', 200, 1, now())
      """;

  @Test
  void a_shop_has_one_row_as_it_stands_now() throws SQLException {
    var shop = registered().id().value();
    try (var connection = entered()) {
      assertThat(shown(connection, shop)).containsExactly("0 f");
      Sql.execute(connection, SET.formatted(shop));
      assertThat(shown(connection, shop)).containsExactly("GOLD 250000 200 CAD f");
      Sql.execute(
          connection,
          """
          insert into fee_rule (id, direction, kind, provider_id, rate_ppm, valid_from, reason,
                                set_at, version)
          values (gen_random_uuid(), 'REFERRAL_COMMISSION', 'PROMOTION', '%s', 300000, now(),
                  'an opening', now(), 1)
          """
              .formatted(shop));
      assertThat(shown(connection, shop)).containsExactly("GOLD 300000 200 CAD t an opening");
    }
  }

  @Test
  void nothing_but_the_end_of_what_was_set_is_changed_by_anybody() throws SQLException {
    var shop = registered().id().value();
    for (var change :
        new String[] {
          "update seller_tier set level = 'BRONZE', version = 2",
          "update seller_tier set valid_to = now()",
          "update fee_rule set rate_ppm = 2, version = 2",
          "update vendor_monthly_volume set total_sales_minor = 0"
        }) {
      try (var connection = entered()) {
        Sql.execute(connection, SET.formatted(shop));
        assertThatThrownBy(() -> Sql.execute(connection, change + " where true"))
            .as(change)
            .isInstanceOf(IllegalStateException.class);
      }
    }
    try (var connection = entered()) {
      Sql.execute(connection, SET.formatted(shop));
      Sql.execute(connection, "update seller_tier set valid_to = now(), version = 2");
    }
  }

  private static List<String> shown(Connection connection, UUID shop) {
    return Sql.column(
        connection,
        """
        select concat_ws(' ', tier, commission_rate_ppm, monthly_sales_minor,
                         monthly_sales_currency, promotional, promotional_reason)
          from shop_tiers where shop_id = '%s'"""
            .formatted(shop));
  }

  private Connection entered() throws SQLException {
    var connection = TestDatabase.application().getConnection();
    Sql.enter(connection, tenant());
    return connection;
  }
}
