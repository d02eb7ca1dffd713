package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowSecurityCheckTest {

  private static final String GOOD =
      """
      create table planted (tenant_id uuid not null default current_tenant() primary key);
      alter table planted enable row level security, force row level security;
      create policy own_tenant on planted using (tenant_id = (select current_tenant()));
      grant select, insert on planted to mercat_app;
      create policy no_role on planted as restrictive to mercat_app using (false);
      call admit('person', 'select, insert', 'planted', 'tenant_id = (select current_person())');
      """;

  @AfterEach
  void pull_the_plant() throws SQLException {
    asOwner("drop table if exists planted cascade");
  }

  @Test
  void the_wall_stands() {
    assertThatCode(() -> RowSecurityCheck.require(TestDatabase.application()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_table_like_ours_is_no_hole() throws SQLException {
    asOwner(GOOD);

    assertThat(RowSecurityCheck.holes(TestDatabase.application())).isEmpty();
  }

  @Test
  void a_view_is_a_hole_unless_it_asks_as_its_reader() throws SQLException {
    asOwner(
        GOOD
            + """
            create view planted_view as select * from planted;
            grant select on planted_view to mercat_app;
            """);
    assertThat(RowSecurityCheck.holes(TestDatabase.application()))
        .contains("planted_view has no row-level security");

    asOwner("alter view planted_view set (security_invoker = true)");
    assertThat(RowSecurityCheck.holes(TestDatabase.application())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table planted disable row level security | planted has no row-level security",
        "alter table planted no force row level security"
            + " | planted does not force row-level security",
        "drop policy own_tenant on planted | planted has no policy for the application",
        "create policy open on planted using (true)"
            + " | planted has the policy open that admits other tenants",
        "create policy mine on planted to mercat_app using (true)"
            + " | planted has the policy mine that admits other tenants",
        "alter policy own_tenant on planted with check (true)"
            + " | planted has the policy own_tenant that admits other tenants",
        "drop policy no_role on planted"
            + " | planted shows rows to a transaction that has chosen no role",
        "alter policy no_role on planted using (true)"
            + " | planted shows rows to a transaction that has chosen no role",
        "drop policy person_select on planted"
            + " | planted lets mercat_app_person select and no rule says which rows",
        "grant update (tenant_id) on planted to mercat_app_person"
            + " | planted lets mercat_app_person update and no rule says which rows",
        "grant truncate on planted to mercat_app_admin"
            + " | planted lets mercat_app_admin truncate and no rule says which rows",
        "grant select on planted to mercat_app_calendar"
            + " | planted lets mercat_app_calendar select and no rule says which rows",
      })
  void a_hole_is_named(String change, String hole) throws SQLException {
    asOwner(GOOD + change);

    assertThat(RowSecurityCheck.holes(TestDatabase.application())).contains(hole);
  }

  @Test
  void rows_that_show_without_a_tenant_are_a_hole() throws SQLException {
    asOwner(
        GOOD
            + "alter table planted disable row level security;"
            + "insert into planted values (gen_random_uuid())");

    assertThat(RowSecurityCheck.holes(TestDatabase.application()))
        .contains("planted shows rows without a tenant");
  }

  @Test
  void rows_that_show_to_a_person_without_a_tenant_are_a_hole() throws SQLException {
    asOwner(
        GOOD
            + """
            create view planted_view as select 1 as one from planted;
            grant select on planted_view to mercat_app_person;
            alter table planted no force row level security;
            insert into planted values (gen_random_uuid());
            alter table planted force row level security;
            create policy open on planted to mercat_owner using (true);
            """);

    assertThat(RowSecurityCheck.holes(TestDatabase.application()))
        .containsExactly("planted_view shows rows to person without a tenant");
  }

  @Test
  void a_role_that_may_become_another_one_is_a_hole() throws SQLException {
    asOwner("grant mercat_app_market to mercat_app_guest");
    try {
      assertThat(RowSecurityCheck.holes(TestDatabase.application()))
          .contains("the role mercat_app_guest may become mercat_app_market");
    } finally {
      asOwner("revoke mercat_app_market from mercat_app_guest");
    }
  }

  @Test
  void the_server_does_not_start_as_a_superuser() {
    assertThatThrownBy(() -> RowSecurityCheck.require(TestDatabase.superuser()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the role postgres is a superuser");
  }

  @Test
  void the_server_does_not_start_as_the_owner() {
    assertThatThrownBy(() -> RowSecurityCheck.require(TestDatabase.owner()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tenant belongs to the application");
  }

  @Test
  void the_server_does_not_start_on_a_database_without_tables() throws SQLException {
    assertThatThrownBy(() -> RowSecurityCheck.require(TestDatabase.emptyDatabase()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no table of a tenant can be read");
  }

  private static void asOwner(String sql) throws SQLException {
    try (var connection = TestDatabase.owner().getConnection()) {
      Sql.execute(connection, sql);
    }
  }
}
