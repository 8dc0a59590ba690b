package magicbench.harness.probe;

import java.util.List;

/**
 * What a probe measured.
 *
 * @param rows shared operators of bases and partners, by base, number of differences, layer
 * @param interventions shared operators with an exchanged neighbour, by base, exchanged layer
 * @param controls operators measured twice, by base, control, layer
 */
public record ProbeResult(
    List<ProbeRow> rows, List<InterventionRow> interventions, List<ControlRow> controls) {

  /** Keeps immutable copies. */
  public ProbeResult {
    rows = List.copyOf(rows);
    interventions = List.copyOf(interventions);
    controls = List.copyOf(controls);
  }
}
