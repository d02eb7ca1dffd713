package org.mercat.rest.metric;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.mercat.rest.metric.MetricText.Kind;

/** The process that this node is, under the names that Prometheus' own clients use. */
public final class JvmFigures implements MetricSource {

  @Override
  public void write(MetricText text) {
    var runtime = ManagementFactory.getRuntimeMXBean();
    text.family("process_start_time_seconds", Kind.GAUGE, "When the process began.")
        .seconds(
            "process_start_time_seconds",
            Map.of(),
            Duration.ofMillis(runtime.getStartTime()).toNanos());
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(
            used ->
                text.family("process_cpu_seconds_total", Kind.COUNTER, "Time of CPUs used.")
                    .seconds("process_cpu_seconds_total", Map.of(), used.toNanos()));
    var memory = ManagementFactory.getMemoryMXBean();
    var heap = Map.of("area", "heap");
    text.family("jvm_memory_used_bytes", Kind.GAUGE, "Memory in use.")
        .sample("jvm_memory_used_bytes", heap, memory.getHeapMemoryUsage().getUsed())
        .sample(
            "jvm_memory_used_bytes",
            Map.of("area", "nonheap"),
            memory.getNonHeapMemoryUsage().getUsed());
    text.family("jvm_memory_max_bytes", Kind.GAUGE, "Memory that may be used.")
        .sample("jvm_memory_max_bytes", heap, memory.getHeapMemoryUsage().getMax());
    text.only(
        "jvm_threads_current",
        Kind.GAUGE,
        "Threads of the process.",
        ManagementFactory.getThreadMXBean().getThreadCount());
    text.family("jvm_gc_collection_seconds_total", Kind.COUNTER, "Time spent collecting garbage.");
    ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> write(text, collector));
  }

  private static void write(MetricText text, GarbageCollectorMXBean collector) {
    text.seconds(
        "jvm_gc_collection_seconds_total",
        Map.of("gc", collector.getName()),
        Duration.ofMillis(collector.getCollectionTime()).toNanos());
  }
}
