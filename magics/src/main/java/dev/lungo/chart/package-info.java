/**
 * Pictures of numbers: the training card, curves, the confusion matrix, image grids and tables.
 *
 * <p>Plain numbers and names go in, a {@link dev.lungo.display.Rich} value comes out, whose text
 * says the same as its picture. Pictures are SVG made of attributes only, or PNG, so that they
 * survive on GitHub, nbviewer and nbconvert. Nothing here knows models, engines or data sets.
 */
package dev.lungo.chart;
