package magicbench.harness.space;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads constants as a settings file spells them: by their names in lower case. */
final class Spellings {

  private Spellings() {}

  /**
   * The constant of a spelling.
   *
   * @param type its enumeration
   * @param field the settings' field, for the message
   * @param spelling what the field holds
   * @throws IllegalArgumentException when none is spelt so
   */
  static <E extends Enum<E>> E constant(Class<E> type, String field, String spelling) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return constants.stream()
        .filter(constant -> spelt(constant).equals(spelling))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    field
                        + " is "
                        + spelling
                        + ", none of "
                        + constants.stream().map(Spellings::spelt).toList()));
  }

  private static String spelt(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
