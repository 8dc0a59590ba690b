package magicbench.results.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.file.ResourceIndex;

/** Every scale that is known, each name once. */
public final class Scales {

  private static final String INDEX = "META-INF/magicbench/scales";

  private final SortedMap<String, Scale> scales;

  private Scales(SortedMap<String, Scale> scales) {
    this.scales = scales;
  }

  /**
   * Reads the scale files that the indices {@code META-INF/magicbench/scales} list.
   *
   * @param loader where to look
   * @return the scales; none when there is no index
   * @throws InputException when a file is missing or wrong, or two scales have one name
   */
  public static Scales fromClasspath(ClassLoader loader) {
    return of(ScaleFile.readAll(ResourceIndex.read(loader, INDEX)));
  }

  /**
   * Gathers scales.
   *
   * @param scaleByFile the scale of each file, by the file's name
   * @return the scales
   * @throws InputException when two scales have one name
   */
  public static Scales of(Map<String, Scale> scaleByFile) {
    SortedMap<String, Scale> scales = new TreeMap<>();
    new TreeMap<>(scaleByFile)
        .forEach(
            (file, scale) -> {
              if (scales.put(scale.name(), scale) != null) {
                throw new InputException(
                    file, "there is another scale named " + scale.name(), "rename one of them");
              }
            });
    return new Scales(scales);
  }

  /**
   * Every scale.
   *
   * @return by name
   */
  public Collection<Scale> all() {
    return List.copyOf(scales.values());
  }

  /**
   * One scale.
   *
   * @param name the scale's name
   * @return the scale
   * @throws InputException when there is none
   */
  public Scale named(String name) {
    Scale scale = scales.get(name);
    if (scale == null) {
      throw new InputException("scale " + name, "no such scale", "use one of " + scales.keySet());
    }
    return scale;
  }
}
