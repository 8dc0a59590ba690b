/** Published weights of BERT and its kin, read into our own network. */
package magicbench.harness.pretrained;
