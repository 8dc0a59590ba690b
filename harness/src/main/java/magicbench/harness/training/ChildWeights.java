package magicbench.harness.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Weight;
import magicbench.results.file.InputException;

/** The weights of one child model, or of all, in a file, for trials that go on with them. */
public final class ChildWeights {

  private static final String ARCHITECTURE = "architecture";
  private static final String ALL = "all";
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
    write(file, child.toString(), net.parametersOf(child));
  }

  /**
   * Writes what one child model uses to answer, the shared weights included, without the masked-LM
   * head.
   *
   * @param file where to; replaced whole or not at all
   * @param net holds the weights
   * @param child the child model
   * @param head answers
   * @throws InputException when the disk refuses
   */
  public static void write(
      Path file, ChainSuperNet net, Architecture child, ClassificationHead head) {
    write(file, child.toString(), answering(net, child, head));
  }

  private static List<Weight> answering(
      ChainSuperNet net, Architecture child, ClassificationHead head) {
    List<Weight> weights = new ArrayList<>(net.encoderParametersOf(child));
    weights.addAll(head.weights());
    return weights;
  }

  /**
   * Fills one child model's weights and a head's; changes none where the file doesn't fit.
   *
   * @param file what {@link #write(Path, ChainSuperNet, Architecture, ClassificationHead)} wrote
   * @param net whose weights are filled
   * @param child the child model
   * @param head whose weights are filled
   * @throws InputException when the file is damaged, or of another child model or other sizes
   */
  public static void read(
      Path file, ChainSuperNet net, Architecture child, ClassificationHead head) {
    Safetensors stored = verified(file, child.toString(), answering(net, child, head));
    net.encoderParametersOf(child)
        .forEach(weight -> net.assign(weight.name(), stored.values(weight.name())));
    head.weights().forEach(weight -> head.assign(weight.name(), stored.values(weight.name())));
  }

  /**
   * Writes a whole super-net.
   *
   * @param file where to; replaced whole or not at all
   * @param net holds the weights
   * @throws InputException when the disk refuses
   */
  public static void writeAll(Path file, SuperNet net) {
    write(file, ALL, net.weights().values());
  }

  private static void write(Path file, String whose, Collection<Weight> weights) {
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put(ARCHITECTURE, whose);
    SortedMap<String, NDArraySource> arrays = new TreeMap<>();
    weights.forEach(weight -> arrays.put(weight.name(), new NDArraySource(weight.array())));
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
    read(file, net, child.toString(), net.parametersOf(child));
  }

  /**
   * Fills a whole super-net; changes nothing where the file doesn't fit.
   *
   * @param file what {@link #writeAll} wrote
   * @param net whose weights are filled
   * @throws InputException when the file is damaged, or of one child model or other sizes
   */
  public static void readAll(Path file, SuperNet net) {
    read(file, net, ALL, net.weights().values());
  }

  private static void read(Path file, SuperNet net, String whose, Collection<Weight> weights) {
    Safetensors stored = verified(file, whose, weights);
    weights.forEach(weight -> net.assign(weight.name(), stored.values(weight.name())));
  }

  private static Safetensors verified(Path file, String whose, Collection<Weight> weights) {
    Safetensors stored = Safetensors.open(file);
    stored.verify();
    String written = stored.metadata().getOrDefault(ARCHITECTURE, "none");
    if (!written.equals(whose)) {
      throw new InputException(
          file.toString(), "holds the weights of " + written + ", not " + whose, REMEDY);
    }
    requireSameShapes(file, stored.shapes(), weights);
    return stored;
  }

  /** Not one array more, either: a network of another form may have all of these and others. */
  private static void requireSameShapes(
      Path file, SortedMap<String, List<Long>> stored, Collection<Weight> weights) {
    SortedMap<String, List<Long>> wanted = new TreeMap<>();
    for (Weight weight : weights) {
      long[] shape = weight.array().getShape().getShape();
      wanted.put(weight.name(), Arrays.stream(shape).boxed().toList());
    }
    SortedSet<String> names = new TreeSet<>(wanted.keySet());
    names.addAll(stored.keySet());
    for (String name : names) {
      if (!Objects.equals(wanted.get(name), stored.get(name))) {
        throw new InputException(
            file.toString(),
            "has %s as %s, the network as %s"
                .formatted(name, told(stored.get(name)), told(wanted.get(name))),
            "give both trials the same space and text; else " + REMEDY);
      }
    }
  }

  private static String told(List<Long> shape) {
    return shape == null ? "nothing" : shape.toString();
  }
}
