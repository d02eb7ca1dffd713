package org.mercat.persistence.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;
import static org.mercat.application.payment.port.SamplePayments.done;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.SamplePayments;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.Migrations;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

/** What a client is owed, in the database. */
class OwedMoneyTest {

  private static final String TENANT = UUID.randomUUID().toString();
  private static final String BOOKING = "01890a5d-ac96-774b-bcce-b302099a8057";

  private final KnownBookings bookings = new KnownBookings();
  private final MyBatisPayments payments = new MyBatisPayments(TestDatabase.SESSIONS);

  @Test
  void money_that_is_owed_is_not_released_whatever_the_code_does() throws SQLException {
    var owing = stored(owing());
    assertThat(owing.owed().isNothing()).isFalse();

    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, bookings.parties().tenant());

      assertThatThrownBy(() -> Sql.execute(connection, "update payment set state = 'RELEASED'"))
          .hasMessageContaining("is owed money that is held");
    }
  }

  @Test
  void a_refund_that_was_under_way_before_this_was_kept_is_owed() throws SQLException {
    var database = TestDatabase.emptyDatabase();
    var role = "app_" + UUID.randomUUID().toString().replace('-', '_');
    Migrations.prepareRoles(database, role, "a secret of the test");
    Migrations.run(database, role);
    try (var connection = database.getConnection()) {
      asItWas(connection);
      refundUnderWay(connection);
    }

    Migrations.run(database, role);

    try (var connection = database.getConnection()) {
      Sql.execute(connection, "set mercat.tenant = '%s'".formatted(TENANT));
      assertThat(
              Sql.column(
                  connection,
                  """
                  select concat_ws(' ', p.owed_service_minor, l.owed_minor, p.owed_tip_minor,
                                   c.relforcerowsecurity)
                    from payment p join payment_tax_line l using (booking_id)
                    join pg_class c on c.oid = 'payment'::regclass"""))
          .containsExactly("1000 130 20 t");
    }
  }

  private Payment owing() {
    var booking = bookings.any();
    var terms = booking.terms();
    var parties = new Parties(terms.client(), terms.provider(), terms.listing());
    var payment = Payment.start(SamplePayments.charge(booking.id(), parties), NOW);
    var part = new RefundRequest(cad(1_000), cad(0), Role.PROVIDER, "late");
    var key = OperationKey.capture(booking.id());
    payment = done(payment.captured(key, new GatewayReference("pay_1"), NOW));
    payment = done(payment.refund(part, NOW));
    var refund = OperationKey.refund(booking.id(), 1);
    return done(payment.refundFailed(refund, FailureCode.REJECTED, NOW));
  }

  private Payment stored(Payment payment) {
    return bookings
        .unitOfWork()
        .run(
            () -> {
              payments.add(payment);
              return payments.find(payment.charge().booking()).orElseThrow();
            });
  }

  private static void asItWas(Connection connection) {
    Sql.execute(
        connection,
        """
        delete from databasechangelog
         where filename like '%payment/owed.sql' or filename like '%payment/refund-released.sql'""");
    Sql.execute(connection, "update schema_digest set digest = repeat('0', 64)");
    Sql.execute(
        connection,
        """
        drop function refuse_to_release_what_is_owed() cascade;
        alter table payment
          drop column owed_service_minor, drop column owed_tip_minor,
          drop column refunding_released,
          drop constraint payment_refunding_of_what_is_there,
          add constraint payment_check3 check
            (case state when 'REFUNDING' then refunding
                        when 'HELD' then true else not refunding end);
        alter table payment_tax_line drop column owed_minor;
        do $$
        declare law record;
        begin
          for law in select conname from pg_constraint
                      where conrelid = 'payment'::regclass and contype = 'f'
                        and conparentid = 0 loop
            execute format('alter table payment drop constraint %I', law.conname);
          end loop;
        end $$""");
  }

  private static void refundUnderWay(Connection connection) {
    Sql.execute(connection, "set mercat.tenant = '%s'".formatted(TENANT));
    Sql.execute(
        connection,
        """
        insert into payment
          (booking_id, client_id, provider_id, currency, service_minor, tip_minor, state, state_at,
           refunding, refunding_service_minor, refunding_tip_minor, refunded_service_minor,
           refunded_tip_minor, refunds, outcome_unknown, reference, version)
        values
          ('%1$s', gen_random_uuid(), gen_random_uuid(), 'CAD', 8000, 500, 'HELD', now(),
           true, 1000, 20, 0, 0, 1, false, 'pay_1', 2);
        insert into payment_tax_line
          (booking_id, position, component, rate_ppm, base_minor, amount_minor, rule,
           refunding_minor, refunded_minor)
        values ('%1$s', 1, 'HST', 130000, 8000, 1040, 'hst', 130, 0)"""
            .formatted(BOOKING));
  }
}
