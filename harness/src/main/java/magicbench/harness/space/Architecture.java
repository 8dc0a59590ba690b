package magicbench.harness.space;

import java.util.ArrayList;
import java.util.List;

/**
 * A child model: the operator that each layer of a chain uses, first layer first.
 *
 * @param operators the name of each layer's operator, as its space spells it
 */
public record Architecture(List<String> operators) {

  private static final String SEPARATOR = ".";

  /** Keeps an immutable copy. */
  public Architecture {
    operators = List.copyOf(operators);
  }

  /**
   * Reads the text form.
   *
   * @param text operator names joined by dots, for instance {@code mha.ffn.sep3}
   * @return the architecture, not yet checked against a space
   */
  public static Architecture parse(String text) {
    return new Architecture(List.of(text.split("\\" + SEPARATOR, -1)));
  }

  /**
   * In how many layers two child models differ.
   *
   * @param other a child model of as many layers
   * @return 0 to the number of layers
   * @throws IllegalArgumentException when the numbers of layers differ
   */
  public int differences(Architecture other) {
    if (other.operators.size() != operators.size()) {
      throw new IllegalArgumentException(
          "child models of " + operators.size() + " and " + other.operators.size() + " layers");
    }
    int count = 0;
    for (int layer = 0; layer < operators.size(); layer++) {
      count += operators.get(layer).equals(other.operators.get(layer)) ? 0 : 1;
    }
    return count;
  }

  /**
   * The same child model with another operator in one layer.
   *
   * @param layer the layer, from 0
   * @param operator the operator's name
   * @return the changed child model
   */
  public Architecture with(int layer, String operator) {
    List<String> changed = new ArrayList<>(operators);
    changed.set(layer, operator);
    return new Architecture(changed);
  }

  /** The text form that {@link #parse} reads. */
  @Override
  public String toString() {
    return String.join(SEPARATOR, operators);
  }
}
