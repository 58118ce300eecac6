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
 * @param outputs the positions of the layers whose values the model gives
 * @param objective how it learns, if it was compiled
 * @param metrics what is measured beside the loss
 * @param transforms how it learned to see each input; empty before the first fit
 * @param classNames the names of what it tells apart
 * @param epochs its history
 * @param steps how many steps its optimizer has made
 * @param rateFactor what the learning rate has been multiplied with
 * @param run the fit that a checkpoint was written in
 */
record Saved(
        List<Layer> layers,
        List<List<Integer>> reads,
        List<Integer> outputs,
        Optional<Objective> objective,
        List<Metric> metrics,
        List<Transform> transforms,
        List<String> classNames,
        List<Epoch> epochs,
        long steps,
        double rateFactor,
        Optional<Run> run) {}
