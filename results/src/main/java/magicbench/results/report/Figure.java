package magicbench.results.report;

/**
 * A drawing with what is written under it.
 *
 * @param name its file's name without ending, unique on a page
 * @param svg the drawing
 * @param caption what it shows
 */
record Figure(String name, Tag svg, String caption) {}
