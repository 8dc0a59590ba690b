package magicbench.harness.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * A chain space as its settings file spells it.
 *
 * @param layers the number of layers, 1 to 99
 * @param operators names out of {@code mha}, {@code ffn}, {@code sep3}, {@code sep5}, {@code sep7},
 *     {@code id}; at least 2, each once
 * @param hidden the hidden size
 * @param heads the number of attention heads; divides the hidden size
 * @param ffnInner the inner size of the position-wise network
 * @param sepConvExpansion 0 for NAS-BERT's convolution, otherwise how many times it widens
 * @param form {@code bert}, see {@link Form}; null for {@code pre-norm}, however it was spelt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpaceSettings(
    int layers,
    List<String> operators,
    int hidden,
    int heads,
    int ffnInner,
    int sepConvExpansion,
    String form) {

  private static final List<String> KNOWN = List.of("mha", "ffn", "sep3", "sep5", "sep7", "id");

  /** Checks every field, so that settings that exist make a space. */
  public SpaceSettings {
    operators = operators == null ? List.of() : List.copyOf(operators);
    form = Form.PRE_NORM.spelling().equals(form) ? null : form;
    Ranges.check("heads", heads, 1, 1024);
    Ranges.check("ffnInner", ffnInner, 1, 1 << 20);
    Ranges.check("sepConvExpansion", sepConvExpansion, 0, 16);
    space(layers, hidden, specs(operators, heads, ffnInner, sepConvExpansion), networkForm(form));
  }

  /**
   * Settings of the form {@code pre-norm}.
   *
   * @param layers the number of layers
   * @param operators the operators' names
   * @param hidden the hidden size
   * @param heads the number of attention heads
   * @param ffnInner the inner size of the position-wise network
   * @param sepConvExpansion 0, or how many times a convolution widens
   */
  public SpaceSettings(
      int layers,
      List<String> operators,
      int hidden,
      int heads,
      int ffnInner,
      int sepConvExpansion) {
    this(layers, operators, hidden, heads, ffnInner, sepConvExpansion, null);
  }

  /**
   * The space that these settings describe.
   *
   * @return a chain space
   */
  public ChainSpace space() {
    return space(
        layers, hidden, specs(operators, heads, ffnInner, sepConvExpansion), networkForm(form));
  }

  /**
   * The same space, its operators in turns and its position-wise network of another size.
   *
   * @param newLayers the number of layers
   * @param newOperators the operators' names
   * @param inner the inner size of the position-wise network
   * @return settings of the same width, heads and form, without convolutions' widening
   */
  public SpaceSettings with(int newLayers, List<String> newOperators, int inner) {
    return new SpaceSettings(newLayers, newOperators, hidden, heads, inner, 0, form);
  }

  private static Form networkForm(String form) {
    return form == null ? Form.PRE_NORM : Form.of(form);
  }

  private static ChainSpace space(int layers, int hidden, List<OperatorSpec> specs, Form form) {
    return new ChainSpace(layers, hidden, specs, form);
  }

  private static List<OperatorSpec> specs(List<String> names, int heads, int inner, int expansion) {
    return names.stream().map(name -> operator(name, heads, inner, expansion)).toList();
  }

  private static OperatorSpec operator(String name, int heads, int inner, int expansion) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "mha" -> new OperatorSpec.Attention(heads);
      case "ffn" -> new OperatorSpec.FeedForward(inner);
      case "sep3" -> new OperatorSpec.SeparableConvolution(3, expansion);
      case "sep5" -> new OperatorSpec.SeparableConvolution(5, expansion);
      case "sep7" -> new OperatorSpec.SeparableConvolution(7, expansion);
      case "id" -> new OperatorSpec.Identity();
      default ->
          throw new IllegalArgumentException("operators name " + name + ", none of " + KNOWN);
    };
  }
}
