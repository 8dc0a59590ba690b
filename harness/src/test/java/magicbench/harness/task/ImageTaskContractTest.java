package magicbench.harness.task;

final class ImageTaskContractTest extends TaskContract {

  @Override
  protected SuperNetTask task() {
    return new ImageTask(PlainPictures.data(20, 36, 11), PlainPictures.recipe(5, 4, 2));
  }
}
