/** Suite rivals: other papers' methods, and controls of the paper's own explanations. */
package magicbench.suites.rivals;
