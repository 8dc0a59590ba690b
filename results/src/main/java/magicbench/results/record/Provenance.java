package magicbench.results.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How a record was made. A null is something that could not be known; it is never a zero.
 *
 * @param startedAt when, in ISO 8601, UTC
 * @param code what code
 * @param data what data
 * @param platform what machine
 * @param engine what engine
 * @param cost at what price
 * @param place where, for a record that a cluster's machine made; null for any other, and then not
 *     written
 */
public record Provenance(
    String startedAt,
    Code code,
    List<DataFile> data,
    Platform platform,
    EngineInfo engine,
    MeasuredCost cost,
    @JsonInclude(JsonInclude.Include.NON_NULL) Place place) {

  /** Keeps an immutable copy. */
  public Provenance {
    data = List.copyOf(data);
  }

  /** A record that was made on the machine that asked for it. The parameters are those above. */
  public Provenance(
      String startedAt,
      Code code,
      List<DataFile> data,
      Platform platform,
      EngineInfo engine,
      MeasuredCost cost) {
    this(startedAt, code, data, platform, engine, cost, null);
  }

  /**
   * The code.
   *
   * @param version magicbench's version
   * @param gitCommit the commit that was built
   * @param gitDirty whether the tree held changes beside it
   * @param fingerprint SHA-256 over the class files that can move a result
   */
  public record Code(String version, String gitCommit, Boolean gitDirty, String fingerprint) {}

  /**
   * A file that was read.
   *
   * @param name what it is called in the catalogue
   * @param version its version
   * @param sha256 the hash of the file that was read
   * @param bytes its size
   * @param licence the licence it is used under
   */
  public record DataFile(String name, String version, String sha256, Long bytes, String licence) {}

  /**
   * The machine.
   *
   * @param jdk version and vendor of the Java runtime
   * @param operatingSystem name and version
   * @param architecture for instance {@code amd64}
   * @param cpuModel as the processor calls itself
   * @param logicalCpus how many the process may use
   * @param memoryBytes of the machine
   */
  public record Platform(
      String jdk,
      String operatingSystem,
      String architecture,
      String cpuModel,
      Integer logicalCpus,
      Long memoryBytes) {}

  /**
   * The engine.
   *
   * @param name for instance {@code PyTorch}
   * @param version of the Java binding
   * @param nativeVersion of the native library
   * @param device {@code cpu} or {@code gpu}
   * @param deviceName as the device calls itself
   * @param threads that one tensor operation may use
   */
  public record EngineInfo(
      String name,
      String version,
      String nativeVersion,
      String device,
      String deviceName,
      Integer threads) {}

  /**
   * The price. For a resumed run all attempts count.
   *
   * @param wallSeconds from start to end
   * @param cpuSeconds of all threads
   * @param peakMemoryBytes the process's largest resident size
   * @param energyJoules where it could be measured
   */
  public record MeasuredCost(
      Double wallSeconds, Double cpuSeconds, Long peakMemoryBytes, Double energyJoules) {}

  /**
   * The place in a cluster.
   *
   * @param host as the cluster's engine calls the machine
   * @param executor as the cluster's engine calls the process that had the trial run there
   */
  public record Place(String host, String executor) {}
}
