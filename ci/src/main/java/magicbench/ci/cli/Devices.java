package magicbench.ci.cli;

import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdicts;

/** Which kind of device verdicts rest on. */
final class Devices {

  private static final String NONE = "none";

  private Devices() {}

  /** {@code cpu} or {@code gpu}; {@code none} when nothing was run. */
  static String of(Verdicts verdicts) {
    List<String> devices =
        verdicts.judgements().stream()
            .map(Judgement::device)
            .filter(device -> !device.equals(NONE))
            .distinct()
            .sorted()
            .toList();
    if (devices.size() > 1) {
      throw new InputException(
          "verdicts at scale " + verdicts.scale(),
          "rest on records of several devices: " + devices,
          "run again on one device with --recompute");
    }
    return devices.isEmpty() ? NONE : devices.get(0);
  }
}
