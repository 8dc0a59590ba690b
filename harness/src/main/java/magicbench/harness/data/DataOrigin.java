package magicbench.harness.data;

/**
 * One file that a corpus was made from.
 *
 * @param name the Maven coordinates, or the file's name
 * @param sha256 the file's SHA-256
 */
public record DataOrigin(String name, String sha256) {}
