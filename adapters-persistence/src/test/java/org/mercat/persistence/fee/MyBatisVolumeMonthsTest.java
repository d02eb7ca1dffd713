package org.mercat.persistence.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.fee.CloseVolumeMonths;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.fee.port.VolumeMonthsContract;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.persistence.payment.MyBatisMoney;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisVolumeMonthsTest extends MyBatisMoney implements VolumeMonthsContract {

  private static final int NODES = 4;

  @Override
  public VolumeMonths volumes() {
    return new MyBatisVolumeMonths(TestDatabase.SESSIONS);
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
                                    volumes(),
                                    ZONES,
                                    unitOfWork(),
                                    () -> END.plus(VolumeMonth.GRACE))
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
