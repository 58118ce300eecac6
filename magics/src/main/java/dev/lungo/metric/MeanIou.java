package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * How far the places said and the right places of a class overlap: the metric of segmentation.
 *
 * <p>{@code right / (right + wrong + missed)} for a class, then the plain mean over all classes
 * that occur; of yes-or-no outputs the figure of yes. As Keras' MeanIoU over classes, and
 * scikit-learn's jaccard_score.
 */
public record MeanIou() implements Metric {
    @Override
    public String name() {
        return "mean_iou";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Truth.answers("meanIou()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Average.Macro()
                .begin((right, wrong, missed) -> right / (right + wrong + missed));
    }

    @Override
    public String toString() {
        return "meanIou()";
    }
}
