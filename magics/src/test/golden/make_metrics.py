"""Reference values for the metrics, from scikit-learn.

    python make_metrics.py      writes ../resources/dev/lungo/metric/scikit.json

Made with scikit-learn (see "about" in the file). Run by hand, not by the build: pip install
scikit-learn, then run it again when the file should hold something else.

Outputs and targets come from integer arithmetic, so Java repeats them bit for bit:

    h(n, salt) = (31 n n + 7919 n + 104729 (salt + 1)) mod 10007

    probabilities  float(h(n, 1) / 10007.0), n the place in the flattened array; for one class of
                   several each row stays as it is (metrics look at the order)
    classes        h(k, 2) mod 4 for example k
    yes or no      1 where h(n, 3) mod 3 is 0
    measurements   float(h(n, 4) / 1000.0 + 100), outputs float(target + h(n, 5) / 10007.0 - 0.3)

Scores are rounded to two digits for the area under the curve, so that some are equal.
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics

TARGET = Path(__file__).parent / "../resources/dev/lungo/metric/scikit.json"
EXAMPLES, CLASSES = 40, 4


def h(count, salt):
    n = np.arange(count, dtype=np.int64)
    return (31 * n * n + 7919 * n + 104729 * (salt + 1)) % 10007


def probabilities(width):
    return (h(EXAMPLES * width, 1) / 10007.0).astype("float32").reshape(EXAMPLES, width)


def answers(truth, said, **how):
    return {name: float(function(truth, said, zero_division=0, **how))
            for name, function in (("precision", metrics.precision_score),
                                   ("recall", metrics.recall_score), ("f1", metrics.f1_score))}


def classes():
    outputs, truth = probabilities(CLASSES), h(EXAMPLES, 2) % CLASSES
    said = outputs.argmax(1)
    one_hot, rounded = np.eye(CLASSES)[truth], np.round(outputs.astype("float64"), 2)
    return {
        "accuracy": metrics.accuracy_score(truth, said),
        "top_2": metrics.top_k_accuracy_score(truth, outputs, k=2),
        "macro": answers(truth, said, average="macro"),
        "micro": answers(truth, said, average="micro"),
        "class 2": answers(truth, said, average="macro", labels=[2]),
        "auc": metrics.roc_auc_score(one_hot, rounded, average="macro"),
        "auc_pr": metrics.average_precision_score(one_hot, rounded, average="macro"),
        "mean_iou": metrics.jaccard_score(truth, said, average="macro"),
    }


def yes_or_no(width):
    outputs = probabilities(width)
    truth = (h(EXAMPLES * width, 3) % 3 == 0).astype(int).reshape(EXAMPLES, width)
    said, rounded = (outputs > 0.5).astype(int), np.round(outputs.astype("float64"), 2)
    if width == 1:
        return {"accuracy": metrics.accuracy_score(truth, said),
                "macro": answers(truth.ravel(), said.ravel()),
                "auc": metrics.roc_auc_score(truth, rounded),
                "auc_pr": metrics.average_precision_score(truth, rounded),
                "mean_iou": metrics.jaccard_score(truth.ravel(), said.ravel())}
    return {"binary_accuracy": float((truth == said).mean()),
            "macro": answers(truth, said, average="macro"),
            "micro": answers(truth, said, average="micro"),
            "auc": metrics.roc_auc_score(truth, rounded, average="macro")}


def measurements(width):
    truth = (h(EXAMPLES * width, 4) / 1000.0 + 100).astype("float32")
    said = (truth + h(EXAMPLES * width, 5) / 10007.0 - 0.3).astype("float32")
    pair = (truth.astype("float64").reshape(EXAMPLES, width),
            said.astype("float64").reshape(EXAMPLES, width))
    return {"mae": metrics.mean_absolute_error(*pair), "mse": metrics.mean_squared_error(*pair),
            "r2": metrics.r2_score(*pair),
            "rmse": np.sqrt(metrics.mean_squared_error(*pair)),
            "mape": 100 * metrics.mean_absolute_percentage_error(*pair),
            "msle": metrics.mean_squared_log_error(*pair),
            "log_cosh": np.log(np.cosh(pair[1] - pair[0])).mean()}


def main():
    result = {"about": {"madeBy": "magics/src/test/golden/make_metrics.py",
                        "versions": {"scikit-learn": sklearn.__version__,
                                     "numpy": np.__version__}},
              "classes": classes(), "yes or no": yes_or_no(1), "several": yes_or_no(3),
              "measurement": measurements(1), "measurements": measurements(3)}
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(result, indent=1, default=float) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
