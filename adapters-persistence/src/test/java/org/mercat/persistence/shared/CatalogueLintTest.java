package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueLintTest {

  private static final String PARENT =
      """
      create table parent (tenant_id uuid not null default current_tenant(), id uuid,
                           primary key (tenant_id, id));
      """;

  private Connection owner;

  @BeforeEach
  void plant_in_a_transaction() throws SQLException {
    owner = TestDatabase.owner().getConnection();
    owner.setAutoCommit(false);
  }

  @AfterEach
  void pull_the_plant() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void every_table_is_as_it_must_be() {
    assertThat(CatalogueLint.findings(owner)).isEmpty();
  }

  @Test
  void a_table_like_ours_is_no_finding() {
    Sql.execute(
        owner,
        PARENT
            + """
            create table planted (
              tenant_id uuid not null default current_tenant(), id uuid, parent_id uuid not null,
              state text not null check (state in ('NEW', 'OLD')),
              price_minor bigint not null check (price_minor > 0),
              currency text not null check (currency ~ '^[A-Z]{3}$'),
              lat double precision check (lat between -90 and 90),
              changed_at timestamptz not null,
              primary key (tenant_id, id),
              unique (tenant_id, state, id),
              foreign key (tenant_id, parent_id) references parent);
            create index on planted (tenant_id, parent_id);
            create table planted_history (
              tenant_id uuid not null default current_tenant(), id uuid,
              created_at timestamptz not null check (created_at = uuid_time(id)),
              primary key (tenant_id, id, created_at)) partition by range (created_at);
            create table planted_history_any_time partition of planted_history default;
            """);

    assertThat(CatalogueLint.findings(owner)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id uuid primary key | planted has no tenant_id that is filled by current_tenant()",
        "id uuid primary key | planted has the key planted_pkey without the tenant first",
        "tenant_id uuid not null default gen_random_uuid() primary key"
            + " | planted has no tenant_id that is filled by current_tenant()",
        "tenant_id uuid not null default current_tenant() | planted has no primary key",
        "TENANT, primary key (id, tenant_id)"
            + " | planted has the key planted_pkey without the tenant first",
        "TENANT, KEY, slug text check (slug <> ''), unique (slug)"
            + " | planted has the key planted_slug_key without the tenant first",
        "TENANT, KEY, during tstzrange, exclude using gist (during with &&)"
            + " | planted has the key planted_during_excl without the tenant first",
        "TENANT, KEY, parent_id uuid, foreign key (parent_id, tenant_id) references parent (id,"
            + " tenant_id) | planted has the foreign key planted_parent_id_tenant_id_fkey"
            + " without the tenant first",
        "TENANT, KEY, parent_id uuid, foreign key (tenant_id, parent_id) references parent"
            + " | planted has the foreign key planted_tenant_id_parent_id_fkey without an index",
        "TENANT, KEY, foreign key (tenant_id, id) references parent on delete cascade"
            + " | planted has the foreign key planted_tenant_id_id_fkey"
            + " that deletes or changes rows",
        "TENANT, KEY, foreign key (tenant_id, id) references parent on update cascade"
            + " | planted has the foreign key planted_tenant_id_id_fkey"
            + " that deletes or changes rows",
        "TENANT, KEY, state text | planted leaves state without a CHECK",
        "TENANT, KEY, price_minor bigint | planted leaves price_minor without a CHECK",
        "TENANT, KEY, price_minor int check (price_minor > 0) | planted keeps price_minor as int4",
        "TENANT, KEY, price numeric check (price > 0) | planted keeps price as numeric",
        "TENANT, KEY, price real check (price > 0) | planted keeps price as float4",
        "TENANT, KEY, seen_at timestamp | planted keeps seen_at as timestamp",
        "TENANT, KEY, body json | planted keeps body as json",
        "TENANT, KEY, currency text check (currency <> '')"
            + " | planted lets currency be no code of three letters",
      })
  void a_bad_table_is_named(String columns, String finding) {
    var expanded =
        columns
            .replace("TENANT", "tenant_id uuid not null default current_tenant()")
            .replace("KEY", "id uuid, primary key (tenant_id, id)");
    var columnsAndId =
        columns.startsWith("TENANT, primary key") ? "id uuid, " + expanded : expanded;

    Sql.execute(owner, PARENT + "create table planted (" + columnsAndId + ")");

    assertThat(CatalogueLint.findings(owner)).contains(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "by range (starts_at) | planted is partitioned by another thing than created_at",
        "by range (created_at) | planted is partitioned but does not take created_at from its id",
        "by range (created_at) | planted is partitioned but has no default partition",
      })
  void a_bad_history_is_named(String partition, String finding) {
    Sql.execute(
        owner,
        """
        create table planted (
          tenant_id uuid not null default current_tenant(), id uuid,
          created_at timestamptz, starts_at timestamptz,
          primary key (tenant_id, id, created_at, starts_at)) partition %s
        """
            .formatted(partition));

    assertThat(CatalogueLint.findings(owner)).contains(finding);
  }

  @Test
  void a_partition_that_lies_open_is_named() {
    Sql.execute(owner, "grant select on outbox_event_any_time to mercat_app");

    assertThat(CatalogueLint.findings(owner))
        .containsExactly("outbox_event_any_time is a partition that the application may touch");
  }

  @Test
  void a_function_with_the_rights_of_the_owner_is_named() {
    Sql.execute(
        owner,
        "create function planted() returns bigint language sql security definer"
            + " as 'select count(*) from tenant'");

    assertThat(CatalogueLint.findings(owner))
        .containsExactly("planted runs with the rights of its owner");
  }

  @Test
  void a_view_with_the_rights_of_the_owner_is_named() {
    Sql.execute(owner, "create view planted as select name from tenant");

    assertThat(CatalogueLint.findings(owner))
        .containsExactly("planted is a view that reads with the rights of its owner");
  }
}
