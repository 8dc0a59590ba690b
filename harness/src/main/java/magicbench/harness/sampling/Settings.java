package magicbench.harness.sampling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;

/** A method's settings, read strictly: a name that it doesn't know is a mistake. */
public final class Settings {

  private final String method;
  private final JsonNode given;

  /**
   * Checks the names.
   *
   * @param method the method's name, for messages
   * @param given an object
   * @param known the names that the method knows
   * @throws IllegalArgumentException that names a setting that is unknown
   */
  public Settings(String method, JsonNode given, String... known) {
    this.method = method;
    this.given = given;
    for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!List.of(known).contains(name)) {
        throw new IllegalArgumentException(
            method + " has no setting " + name + "; it knows " + List.of(known));
      }
    }
  }

  /**
   * A whole number.
   *
   * @param name the setting
   * @param otherwise its value where it isn't given
   * @param least the smallest allowed
   * @param most the largest allowed
   * @return the value
   * @throws IllegalArgumentException when it is none or out of range
   */
  public long wholeNumber(String name, long otherwise, long least, long most) {
    JsonNode value = given.path(name);
    long number = value.isMissingNode() ? otherwise : value.asLong(Long.MIN_VALUE);
    boolean whole = value.isMissingNode() || value.isIntegralNumber();
    require(whole && number >= least && number <= most, name, value, least + " to " + most);
    return number;
  }

  /**
   * A number.
   *
   * @param name the setting
   * @param otherwise its value where it isn't given
   * @param least the smallest allowed
   * @param most the largest allowed
   * @return the value
   * @throws IllegalArgumentException when it is none or out of range
   */
  public double number(String name, double otherwise, double least, double most) {
    JsonNode value = given.path(name);
    double number = value.isMissingNode() ? otherwise : value.asDouble(Double.NaN);
    boolean numeric = value.isMissingNode() || value.isNumber();
    require(numeric && number >= least && number <= most, name, value, least + " to " + most);
    return number;
  }

  /**
   * One of several words.
   *
   * @param name the setting
   * @param words the words; the first is the value where it isn't given
   * @return the word
   * @throws IllegalArgumentException when it is none of them
   */
  public String word(String name, List<String> words) {
    JsonNode value = given.path(name);
    String word = value.isMissingNode() ? words.get(0) : value.asText();
    require(words.contains(word), name, value, "one of " + words);
    return word;
  }

  private void require(boolean holds, String name, JsonNode value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(
          method + " has the setting " + name + " = " + value + "; it must be " + range);
    }
  }
}
