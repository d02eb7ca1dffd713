package org.mercat.persistence.shared;

import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** MyBatis as all adapters here expect it: records by argument name, nothing cached. */
public final class MyBatisSessions {

  private MyBatisSessions() {}

  public static Sessions of(DataSource database) {
    var transactions = new JdbcTransactionFactory();
    var properties = new Properties();
    properties.setProperty("skipSetAutoCommitOnClose", "true");
    transactions.setProperties(properties);
    var configuration = new Configuration(new Environment("mercat", transactions, database));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.getTypeHandlerRegistry().register(UUID.class, new UuidTypeHandler());
    configuration.getTypeHandlerRegistry().register(Instant.class, new InstantTypeHandler());
    return new Sessions(new SqlSessionFactoryBuilder().build(configuration));
  }
}
