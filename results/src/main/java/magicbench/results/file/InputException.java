package magicbench.results.file;

/**
 * Something from outside is not as it must be: a file, an archive, a setting.
 *
 * <p>The message is the one line that a user sees: what is wrong, where, and what to do.
 */
public sealed class InputException extends RuntimeException permits MissingDataException {

  private static final long serialVersionUID = 1L;

  /**
   * A fault without a lower cause.
   *
   * @param where the file, and the place in it where known
   * @param what what is wrong there, with the value found
   * @param remedy what the user can do about it
   */
  public InputException(String where, String what, String remedy) {
    super(line(where, what, remedy));
  }

  /**
   * A fault with a lower cause.
   *
   * @param where the file, and the place in it where known
   * @param what what is wrong there, with the value found
   * @param remedy what the user can do about it
   * @param cause what was thrown below
   */
  public InputException(String where, String what, String remedy, Throwable cause) {
    super(line(where, what, remedy), cause);
  }

  private static String line(String where, String what, String remedy) {
    return (where + ": " + what + "; " + remedy).replaceAll("\\s*\\R\\s*", " ");
  }
}
