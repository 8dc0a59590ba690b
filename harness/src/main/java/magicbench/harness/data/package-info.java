/**
 * Text for masked language modelling: catalogue, readers, split, word pieces, token store, batches.
 */
package magicbench.harness.data;
