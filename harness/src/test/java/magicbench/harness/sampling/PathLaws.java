package magicbench.harness.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;

/**
 * Laws that hold at every step, of which a method promises some: each function returns the steps
 * that break one, in words.
 *
 * @param run the paths of a run, one list a step
 * @param space the space that they were drawn from
 */
public record PathLaws(List<List<Architecture>> run, SearchSpace space) {

  /**
   * Steps that train another number of paths than told.
   *
   * @param paths the number of paths of every step
   * @return the faults
   */
  public List<String> miscounts(int paths) {
    List<String> faults = new ArrayList<>();
    for (int step = 0; step < run.size(); step++) {
      int trained = run.get(step).size();
      if (trained != paths) {
        faults.add("step " + step + " trains " + trained + " paths, not " + paths);
      }
    }
    return faults;
  }

  /**
   * Steps whose path differs from the last step's in another number of layers than told.
   *
   * @param changes the number of layers in which adjacent steps' paths differ
   * @return the faults
   */
  public List<String> leaps(int changes) {
    List<String> faults = new ArrayList<>();
    for (int step = 1; step < run.size(); step++) {
      int differences = run.get(step).get(0).differences(run.get(step - 1).get(0));
      if (differences != changes) {
        faults.add("step " + step + " changes " + differences + " layers, not " + changes);
      }
    }
    return faults;
  }

  /**
   * Steps that don't train every operator of every layer exactly once (strict fairness).
   *
   * @return the faults
   */
  public List<String> unfairness() {
    List<String> faults = new ArrayList<>();
    for (int step = 0; step < run.size(); step++) {
      for (int layer = 0; layer < space.layers(); layer++) {
        List<String> trained = trained(step, layer);
        if (!trained.equals(sorted(space.candidates(layer)))) {
          faults.add("step " + step + " trains of layer " + layer + " " + trained);
        }
      }
    }
    return faults;
  }

  private List<String> trained(int step, int layer) {
    return sorted(run.get(step).stream().map(path -> path.operators().get(layer)).toList());
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted(Comparator.naturalOrder()).toList();
  }
}
