/**
 * Tests of the notebooks in this folder.
 *
 * <p>{@code KeptOutputsTests} reads them as they lie in the repository. The classes {@code *IT}
 * execute them, or cells of their own, in a real Java kernel, with Jupyter's client or in a
 * browser.
 */
package dev.lungo.notebooks;
