/**
 * Labelled pictures, from files to normalised values: readers, an audit, augmentations, a loader.
 */
package magicbench.harness.image;
