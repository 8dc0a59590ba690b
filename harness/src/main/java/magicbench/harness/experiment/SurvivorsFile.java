package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * The child models that a super-net's sampler hadn't given up at the end, left for a search.
 *
 * @param space the super-net's search space
 * @param architectures the child models, as text
 */
record SurvivorsFile(SpaceSettings space, List<String> architectures) {

  static final String NAME = "survivors.json";

  private static final int MAX_BYTES = 64 << 20;
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  /** Checks that there are child models, and that all of them belong to the space. */
  SurvivorsFile {
    if (space == null || architectures == null || architectures.isEmpty()) {
      throw new IllegalArgumentException("space or architectures are missing");
    }
    architectures = List.copyOf(architectures);
    architectures.forEach(text -> space.space().check(Architecture.parse(text)));
  }

  /** Leaves what a sampler hadn't given up; nothing where it never gives up any child model. */
  static Keeping of(SpaceSettings space, PathSampler sampler) {
    return (net, artifact) ->
        sampler
            .survivors()
            .map(left -> left.stream().map(Architecture::toString).toList())
            .map(left -> new SurvivorsFile(space, left))
            .ifPresent(file -> file.write(artifact));
  }

  private void write(Path artifact) {
    WholeFile.write(artifact.resolve(NAME), Json.write(this));
  }

  /**
   * Reads the child models of a space.
   *
   * @param file what a super-net left
   * @param space the space that they must be of
   * @throws InputException when it is missing, no such file or of another space
   */
  static List<Architecture> read(Path file, SpaceSettings space) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = BoundedInput.read(file.toString(), in, MAX_BYTES);
      SurvivorsFile read =
          Json.json().treeToValue(Json.tree(file.toString(), text, REMEDY), SurvivorsFile.class);
      if (!read.space().equals(space)) {
        throw new InputException(
            file.toString(), "is of another space than the search's", "give both trials the same");
      }
      return read.architectures().stream().map(Architecture::parse).toList();
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(file.toString(), "could not be read", REMEDY, e);
    }
  }
}
