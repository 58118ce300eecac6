package dev.lungo.model;

import dev.lungo.callback.Epoch;
import dev.lungo.data.Transform;
import dev.lungo.engine.Objective;
import dev.lungo.layer.Layer;
import dev.lungo.metric.Metric;
import java.util.List;
import java.util.Optional;

/**
 * A model as a file holds it, without its numbers.
 *
 * @param layers the layers as written
 * @param reads for each layer the positions of those that it reads
 * @param objective how it learns, if it was compiled
 * @param metrics what is measured beside the loss
 * @param transform how it learned to see its inputs
 * @param classNames the names of what it tells apart
 * @param epochs its history
 * @param steps how many steps its optimizer has made
 * @param rateFactor what the learning rate has been multiplied with
 * @param run the fit that a checkpoint was written in
 */
record Saved(
        List<Layer> layers,
        List<List<Integer>> reads,
        Optional<Objective> objective,
        List<Metric> metrics,
        Optional<Transform> transform,
        List<String> classNames,
        List<Epoch> epochs,
        long steps,
        double rateFactor,
        Optional<Run> run) {}
