package magicbench.results.report;

/** A piece of a page. */
@FunctionalInterface
interface Node {

  /** Writes the piece as XHTML or SVG, escaped. */
  void appendTo(StringBuilder out);
}
