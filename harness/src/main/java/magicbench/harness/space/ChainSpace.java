package magicbench.harness.space;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A chain of layers with the same candidates in each; the space of NAS-BERT, at one width. */
public final class ChainSpace implements SearchSpace {

  /** The most layers a chain may have: names of weights number them with two digits. */
  public static final int MAXIMUM_LAYERS = 99;

  private final int layers;
  private final int hidden;
  private final List<OperatorSpec> operators;
  private final List<String> names;
  private final Form form;

  /**
   * Makes a space of networks of the form {@link Form#PRE_NORM}.
   *
   * @param layers the number of layers, 1 to 99
   * @param hidden the hidden size, 1 to 65536
   * @param operators the candidates of every layer, at least 2, each name once
   * @throws IllegalArgumentException that names what is out of range
   */
  public ChainSpace(int layers, int hidden, List<OperatorSpec> operators) {
    this(layers, hidden, operators, Form.PRE_NORM);
  }

  /**
   * Makes a space.
   *
   * @param layers the number of layers, 1 to 99
   * @param hidden the hidden size, 1 to 65536
   * @param operators the candidates of every layer, at least 2, each name once
   * @param form where the LayerNorms stand
   * @throws IllegalArgumentException that names what is out of range
   */
  public ChainSpace(int layers, int hidden, List<OperatorSpec> operators, Form form) {
    Ranges.check("layers", layers, 1, MAXIMUM_LAYERS);
    Ranges.check("hidden", hidden, 1, 1 << 16);
    this.layers = layers;
    this.hidden = hidden;
    this.operators = List.copyOf(operators);
    this.names = this.operators.stream().map(OperatorSpec::name).toList();
    this.form = form;
    checkOperators();
  }

  private void checkOperators() {
    Set<String> seen = new HashSet<>();
    for (OperatorSpec operator : operators) {
      if (!seen.add(operator.name())) {
        throw new IllegalArgumentException("operators name " + operator.name() + " twice");
      }
      if (operator instanceof OperatorSpec.Attention attention && hidden % attention.heads() != 0) {
        throw new IllegalArgumentException(
            "heads is " + attention.heads() + "; it must divide hidden, which is " + hidden);
      }
    }
    if (seen.size() < 2) {
      throw new IllegalArgumentException(
          "operators are " + names + "; a layer needs at least 2 to choose from");
    }
  }

  /**
   * The hidden size.
   *
   * @return the width H of every layer's input and output
   */
  public int hidden() {
    return hidden;
  }

  /**
   * Where the LayerNorms stand.
   *
   * @return the form of every network of this space
   */
  public Form form() {
    return form;
  }

  /**
   * The candidates of every layer.
   *
   * @return operators in the space's order
   */
  public List<OperatorSpec> operators() {
    return operators;
  }

  /**
   * The operator of a name.
   *
   * @param name an operator's name
   * @return its description
   * @throws IllegalArgumentException when this space has no such operator
   */
  public OperatorSpec operator(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("operator " + name + " is none of " + names);
    }
    return operators.get(index);
  }

  @Override
  public int layers() {
    return layers;
  }

  @Override
  public List<String> candidates(int layer) {
    Ranges.check("layer", layer, 0, layers - 1);
    return names;
  }

  @Override
  public long parameters(int layer, String operator) {
    Ranges.check("layer", layer, 0, layers - 1);
    return operator(operator).parameters(hidden);
  }
}
