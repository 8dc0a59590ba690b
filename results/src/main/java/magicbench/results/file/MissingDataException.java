package magicbench.results.file;

/**
 * Data that somebody else publishes aren't there, or are damaged: nothing can be run, and nothing
 * is wrong with what was asked. The message names the command that gets them.
 */
public final class MissingDataException extends InputException {

  private static final long serialVersionUID = 1L;

  /**
   * Missing data.
   *
   * @param where the data, or who asks for them
   * @param what what is missing or wrong
   * @param remedy the command that gets them
   */
  public MissingDataException(String where, String what, String remedy) {
    super(where, what, remedy);
  }
}
