package org.mercat.domain.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A state machine as a table of text: the first line names the commands, every other line a state
 * and what each command makes of it. A cell is the next state, or a refusal in lower case.
 */
public final class TransitionTable {

  /** One cell. */
  public record Cell(String state, String command, String result) {

    public boolean isRefusal() {
      return result.equals(result.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public String toString() {
      return command + " in " + state + " gives " + result;
    }
  }

  private final List<Cell> cells;

  private TransitionTable(List<Cell> cells) {
    this.cells = List.copyOf(cells);
  }

  public static TransitionTable parse(String text) {
    var lines = text.strip().lines().map(line -> List.of(line.strip().split("\\s+"))).toList();
    var commands = lines.getFirst();
    var cells = new ArrayList<Cell>();
    for (var line : lines.subList(1, lines.size())) {
      if (line.size() != commands.size() + 1) {
        throw new IllegalArgumentException(
            line.getFirst() + " has " + (line.size() - 1) + " cells, not " + commands.size());
      }
      for (var column = 0; column < commands.size(); column++) {
        cells.add(new Cell(line.getFirst(), commands.get(column), line.get(column + 1)));
      }
    }
    return new TransitionTable(cells);
  }

  public Stream<Cell> cells() {
    return cells.stream();
  }

  public Set<String> states() {
    return cells.stream().map(Cell::state).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public Set<String> commands() {
    return cells.stream().map(Cell::command).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The steps that change the state, as a diagram in the language of Mermaid. */
  public String diagram() {
    return cells.stream()
        .filter(cell -> !cell.isRefusal() && !cell.state().equals(cell.result()))
        .map(cell -> "  %s --> %s: %s%n".formatted(cell.state(), cell.result(), cell.command()))
        .collect(Collectors.joining("", "stateDiagram-v2\n", ""));
  }
}
