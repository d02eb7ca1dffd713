package org.mercat.persistence.shared;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The run of Liquibase, apart from what is decided before it: its classes take long to load. */
final class LiquibaseUpdate {

  private LiquibaseUpdate() {}

  static void run(DataSource owner, String changelog, String applicationRole) throws SQLException {
    try (var connection = owner.getConnection()) {
      var loader = LiquibaseUpdate.class.getClassLoader();
      Scope.child(
          Map.of(
              Scope.Attr.resourceAccessor.name(),
              new ClassLoaderResourceAccessor(loader),
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              "liquibase.analytics.enabled",
              "false"),
          () -> run(connection, changelog, applicationRole));
    } catch (SQLException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("the database could not be migrated", failure);
    }
  }

  private static void run(Connection connection, String changelog, String applicationRole)
      throws LiquibaseException {
    var database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    var parameters = new ChangeLogParameters(database);
    parameters.set("app_role", applicationRole);
    var _ =
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
            .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
            .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters)
            .setOutput(OutputStream.nullOutputStream())
            .execute();
  }
}
