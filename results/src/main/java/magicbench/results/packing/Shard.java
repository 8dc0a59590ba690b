package magicbench.results.packing;

/**
 * One element of several that share work out.
 *
 * @param number which, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when there is no such element
   */
  public Shard {
    if (of < 1 || number < 1 || number > of) {
      throw new IllegalArgumentException(
          "there is no shard " + number + "/" + of + "; the first of four is 1/4");
    }
  }

  /**
   * Reads {@code 2/8}.
   *
   * @param text two whole numbers with a slash between
   * @return the shard
   * @throws IllegalArgumentException when it isn't that, or there is no such element
   */
  public static Shard parse(String text) {
    if (!text.matches("\\d{1,7}/\\d{1,7}")) {
      throw new IllegalArgumentException(
          "a shard is two numbers, 2/8 for instance, not '" + text + "'");
    }
    int slash = text.indexOf('/');
    return new Shard(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }
}
