package org.mercat.persistence.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.fee.CloseVolumeMonths;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.fee.port.VolumeMonthsContract;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.payment.MyBatisLedger;
import org.mercat.persistence.payment.MyBatisPayments;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisVolumeMonthsTest implements VolumeMonthsContract {

  private static final int NODES = 4;

  private final KnownParties parties = new KnownParties();

  @Override
  public VolumeMonths volumes() {
    return new MyBatisVolumeMonths(TestDatabase.SESSIONS);
  }

  @Override
  public Bookings bookings() {
    return new MyBatisBookings(TestDatabase.SESSIONS);
  }

  @Override
  public Payments payments() {
    return new MyBatisPayments(TestDatabase.SESSIONS);
  }

  @Override
  public Ledger ledger() {
    return new MyBatisLedger(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return parties.unitOfWork();
  }

  @Override
  public Parties parties() {
    return parties.any();
  }

  @Test
  void nodes_that_close_a_month_at_once_close_it_once() throws Exception {
    var seller = sellsOnceIn(JANUARY);
    var together = new CyclicBarrier(NODES);
    try (var nodes = Executors.newFixedThreadPool(NODES)) {
      var runs =
          nodes.invokeAll(
              IntStream.range(0, NODES)
                  .<Callable<Integer>>mapToObj(
                      _ ->
                          () -> {
                            together.await();
                            return new CloseVolumeMonths(
                                    volumes(), unitOfWork(), () -> END.plus(VolumeMonth.GRACE))
                                .handle();
                          })
                  .toList());
      for (var run : runs) {
        assertThat(run.get()).isBetween(0, 1);
      }
    }

    assertThat(monthsOf(seller)).isEqualTo(List.of("2030-01 7500 1"));
  }
}
