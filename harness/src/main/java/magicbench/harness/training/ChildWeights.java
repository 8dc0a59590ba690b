package magicbench.harness.training;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Weight;
import magicbench.results.file.InputException;

/** The weights of one child model in a file, for trials that go on with them. */
public final class ChildWeights {

  private static final String ARCHITECTURE = "architecture";
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  private ChildWeights() {}

  /**
   * Writes what one child model uses, the shared weights included.
   *
   * @param file where to; replaced whole or not at all
   * @param net holds the weights
   * @param child the child model
   * @throws InputException when the disk refuses
   */
  public static void write(Path file, SuperNet net, Architecture child) {
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put(ARCHITECTURE, child.toString());
    SortedMap<String, NDArraySource> arrays = new TreeMap<>();
    for (Weight weight : net.parametersOf(child)) {
      arrays.put(weight.name(), new NDArraySource(weight.array()));
    }
    Safetensors.write(file, metadata, arrays);
  }

  /**
   * Fills one child model's weights; changes none where the file doesn't fit.
   *
   * @param file what {@link #write} wrote
   * @param net whose weights are filled
   * @param child the child model
   * @throws InputException when the file is damaged, or of another child model or other sizes
   */
  public static void read(Path file, SuperNet net, Architecture child) {
    Safetensors stored = Safetensors.open(file);
    stored.verify();
    String written = stored.metadata().getOrDefault(ARCHITECTURE, "none");
    if (!written.equals(child.toString())) {
      throw new InputException(
          file.toString(), "holds the child model " + written + ", not " + child, REMEDY);
    }
    for (Weight weight : net.parametersOf(child)) {
      if (stored.values(weight.name()).length != weight.array().size()) {
        throw new InputException(
            file.toString(), "has another size of " + weight.name() + " than the network", REMEDY);
      }
    }
    net.parametersOf(child)
        .forEach(weight -> net.assign(weight.name(), stored.values(weight.name())));
  }
}
