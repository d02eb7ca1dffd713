package org.mercat.persistence.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.availability.port.TimetablesContract;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisTimetablesTest extends MyBatisCatalog implements TimetablesContract {

  @Override
  public Timetables timetables() {
    return new MyBatisTimetables(TestDatabase.SESSIONS);
  }

  @Test
  void the_database_forbids_hours_that_overlap() {
    var provider = registered().id();
    assertThat(unitOfWork().run(() -> timetables().add(provider, WEEK)).version()).isZero();
    var monday = new HoursRow(1, 600, 660);

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () ->
                            TestDatabase.SESSIONS
                                .mapper(TimetableMapper.class)
                                .insertHours(provider.value(), List.of(monday))))
        .isInstanceOf(ConcurrencyConflict.class);
  }
}
