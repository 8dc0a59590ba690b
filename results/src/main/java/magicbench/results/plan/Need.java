package magicbench.results.plan;

/**
 * What a kind of trial reads the output of.
 *
 * @param kind the kind that it needs
 * @param method the method that the needed trial runs under; empty for the asking trial's own
 */
record Need(String kind, String method) {

  private static final String AT = "@";

  /** Reads the text form: {@code KIND}, or {@code KIND@METHOD}. */
  static Need parse(String text) {
    int at = text.indexOf(AT);
    return at < 0
        ? new Need(text, "")
        : new Need(text.substring(0, at), text.substring(at + AT.length()));
  }

  /** The needed trial's method where the asking trial has another. */
  String methodFor(String asking) {
    return method.isEmpty() ? asking : method;
  }
}
