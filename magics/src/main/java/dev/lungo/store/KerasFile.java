package dev.lungo.store;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Weights as Keras saves them: {@code m.weights.h5}, {@code m.keras}, and {@code m.h5} of Keras 2.
 *
 * <p>The names are those of {@code w.path} in Keras. Format: Keras 3.15, keras/src/saving.
 */
public final class KerasFile {
    private static final String INSIDE = "model.weights.h5";

    private KerasFile() {}

    /**
     * The weights of a model, without its optimizer.
     *
     * @throws IOException if it is no such file, or damaged
     */
    public static NamedArrays read(Path file) throws IOException {
        // Before its first class: else it writes three lines about logging to the notebook.
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
        try (HdfFile hdf = open(file)) {
            NamedArrays weights = weights(hdf);
            if (weights.byName().isEmpty()) {
                throw new IOException("it holds no weights of Keras");
            }
            return weights;
        } catch (ZipException e) {
            throw new IOException("it is not as Keras saves a model, or cut off", e);
        } catch (RuntimeException e) {
            // Numbers that are no HDF5 may break its reader anywhere.
            throw new IOException("it is not HDF5 as Keras writes it, or cut off", e);
        }
    }

    private static HdfFile open(Path file) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".keras")) {
            return new HdfFile(file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry weights = zip.getEntry(INSIDE);
            if (weights == null) {
                throw new IOException("it holds no " + INSIDE);
            }
            try (InputStream in = zip.getInputStream(weights)) {
                return HdfFile.fromBytes(in.readAllBytes());
            }
        }
    }

    private static NamedArrays weights(HdfFile file) throws IOException {
        Group whole = file.getChild("model_weights") instanceof Group inner ? inner : file;
        return whole.getAttribute("layer_names") == null ? KerasLayers.read(whole) : named(whole);
    }

    /** The older form: lists of all names, in the order of the model's layers. */
    private static NamedArrays named(Group model) throws IOException {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (String layer : names(model, "layer_names")) {
            Group group = (Group) model.getChild(layer);
            for (String weight : names(group, "weight_names")) {
                String path = weight.replaceFirst(":0$", "");
                Dataset array = group.getDatasetByPath(weight);
                arrays.put(arrays.containsKey(path) ? layer + "/" + path : path, array(array));
            }
        }
        return new NamedArrays(arrays, true);
    }

    private static List<String> names(Group group, String list) {
        Attribute names = group.getAttribute(list);
        return names != null && names.getData() instanceof String[] all ? List.of(all) : List.of();
    }

    /** The numbers of an array, as float32. */
    static FloatArray array(Dataset array) throws IOException {
        List<Integer> sizes = Arrays.stream(array.getDimensions()).boxed().toList();
        Object values = array.getDataFlat();
        if (values instanceof float[] floats) {
            return new FloatArray(sizes, floats);
        } else if (values instanceof double[] doubles) {
            float[] floats = new float[doubles.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) doubles[i];
            }
            return new FloatArray(sizes, floats);
        }
        throw new IOException("it has numbers of kind " + array.getJavaType().getSimpleName());
    }
}
