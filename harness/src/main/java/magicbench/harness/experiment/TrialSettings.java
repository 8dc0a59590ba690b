package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;

/** Reads a trial's settings strictly. */
final class TrialSettings {

  private TrialSettings() {}

  /**
   * The settings as a record.
   *
   * @throws InputException that names the field that is unknown, missing or out of range
   */
  static <T> T read(Trial trial, Class<T> type) {
    try {
      return Json.json().treeToValue(trial.settings(), type);
    } catch (UnrecognizedPropertyException e) {
      throw fault(trial, e.getPath(), "is unknown", e);
    } catch (JsonMappingException e) {
      String reason =
          e.getCause() instanceof IllegalArgumentException cause
              ? cause.getMessage()
              : e.getOriginalMessage();
      throw fault(trial, e.getPath(), "is not right (" + reason + ")", e);
    } catch (JsonProcessingException e) {
      throw fault(trial, List.of(), "could not be read (" + e.getOriginalMessage() + ")", e);
    }
  }

  private static InputException fault(
      Trial trial, List<JsonMappingException.Reference> path, String what, Exception cause) {
    String field =
        path.stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .collect(Collectors.joining("."));
    return new InputException(
        "settings of " + trial.kind() + (field.isEmpty() ? "" : ", field " + field),
        what,
        "correct the scale's file",
        cause);
  }
}
