package dev.lungo.store;

import dev.lungo.store.Pickle.Name;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A state dict as {@code torch.save(net.state_dict(), "net.pt")} writes it.
 *
 * <p>A zip with a pickle of names and tensors, and a file of plain numbers for each storage. No
 * code of a file is run. A checkpoint may hold the state dict among other things, under one of
 * {@link #USUAL usual names}. Format: PyTorch 2.7, torch/serialization.py.
 */
public final class TorchFile implements Pickle.Known {
    /** Under which name checkpoints hold a state dict. */
    private static final List<String> USUAL =
            List.of("model_state_dict", "state_dict", "model", "net");

    private static final Set<String> DICTIONARIES =
            Set.of("collections.OrderedDict", "builtins.dict");

    private static final Map<String, NumberType> STORAGES =
            Map.of(
                    "torch.FloatStorage", NumberType.FLOAT,
                    "torch.DoubleStorage", NumberType.DOUBLE,
                    "torch.HalfStorage", NumberType.HALF,
                    "torch.BFloat16Storage", NumberType.BRAIN,
                    "torch.LongStorage", NumberType.LONG,
                    "torch.IntStorage", NumberType.INT,
                    "torch.CharStorage", NumberType.BYTE,
                    "torch.ByteStorage", NumberType.UNSIGNED_BYTE,
                    "torch.BoolStorage", NumberType.UNSIGNED_BYTE);

    private final ZipFile zip;
    private final String folder;
    private final ByteOrder order;
    private final Map<String, float[]> storages = new HashMap<>();

    private TorchFile(ZipFile zip, String folder) throws IOException {
        this.zip = zip;
        this.folder = folder;
        ZipEntry order = zip.getEntry(folder + "byteorder");
        boolean big =
                order != null && new String(bytes(order), StandardCharsets.US_ASCII).equals("big");
        this.order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /**
     * The tensors of a state dict, in its order; all kinds of numbers become float32.
     *
     * @throws IOException if it is no such file, damaged, or holds more than names and tensors
     */
    public static Map<String, FloatArray> read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry data =
                    zip.stream()
                            .filter(entry -> entry.getName().matches("[^/]*/data\\.pkl"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("it is no file of torch.save"));
            String folder = data.getName().substring(0, data.getName().indexOf('/') + 1);
            if (zip.getEntry(folder + "constants.pkl") != null) {
                throw new IOException("it holds a TorchScript program, and not a state dict");
            }
            TorchFile torch = new TorchFile(zip, folder);
            return tensors(Pickle.read(torch.bytes(data), torch));
        } catch (ZipException e) {
            throw new IOException(
                    isOld(file)
                            ? "it is of the form before PyTorch 1.6: load it in Python and save it"
                                    + " again"
                            : "it is no file of torch.save, or cut off",
                    e);
        }
    }

    /** Before there was a zip, a file began with the pickle of a number. */
    private static boolean isOld(Path file) throws IOException {
        byte[] magic = {(byte) 0x80, 2, (byte) 0x8a, 10, 0x6c, (byte) 0xfc, (byte) 0x9c, 0x46};
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        }
    }

    private static Map<String, FloatArray> tensors(Object saved) throws IOException {
        Map<String, FloatArray> tensors = new LinkedHashMap<>();
        if (saved instanceof Map<?, ?> map) {
            map.forEach(
                    (name, value) -> {
                        if (name instanceof String text && value instanceof FloatArray array) {
                            tensors.put(text, array);
                        }
                    });
            for (String name : USUAL) {
                if (tensors.isEmpty() && map.get(name) instanceof Map<?, ?> inner) {
                    return tensors(inner);
                }
            }
        }
        if (tensors.isEmpty()) {
            throw new IOException(
                    "it holds no state dict, neither alone nor under one of the names " + USUAL);
        }
        return tensors;
    }

    @Override
    public Object call(Name function, List<?> arguments) throws IOException {
        if (DICTIONARIES.contains(function.text()) && arguments.isEmpty()) {
            return new LinkedHashMap<>();
        }
        return switch (function.text()) {
            case "torch._utils._rebuild_tensor_v2" ->
                    tensor(
                            (float[]) arguments.get(0),
                            ((Long) arguments.get(1)).intValue(),
                            whole(arguments.get(2)),
                            whole(arguments.get(3)));
            case "torch._utils._rebuild_parameter" -> arguments.get(0);
            case "torch.Size" -> arguments.get(0);
            default ->
                    throw new IOException(
                            "it holds Python's "
                                    + function.text()
                                    + ", and not only a state dict; in Python:"
                                    + " torch.save(net.state_dict(), \"net.pt\")");
        };
    }

    /** A storage: what it is, its kind, its number, its device and how many numbers it has. */
    @Override
    public Object kept(Object id) throws IOException {
        List<?> storage = (List<?>) id;
        NumberType type = STORAGES.get(((Name) storage.get(1)).text());
        String number = (String) storage.get(2);
        ZipEntry entry = zip.getEntry(folder + "data/" + number);
        if (type == null) {
            throw new IOException("it has numbers of kind " + ((Name) storage.get(1)).text());
        } else if (entry == null) {
            throw new IOException("the numbers in it are damaged");
        }
        if (!storages.containsKey(number)) {
            storages.put(number, type.read(ByteBuffer.wrap(bytes(entry)).order(order)));
        }
        return storages.get(number);
    }

    private static List<Integer> whole(Object numbers) {
        List<Integer> whole = new ArrayList<>();
        ((List<?>) numbers).forEach(number -> whole.add(Math.toIntExact((Long) number)));
        return whole;
    }

    /** Some numbers of a storage in order of the axes, which it need not have. */
    private static FloatArray tensor(
            float[] storage, int first, List<Integer> sizes, List<Integer> steps) {
        int count = sizes.stream().reduce(1, Math::multiplyExact);
        if (count < 0 || count > storage.length || steps.size() != sizes.size()) {
            throw new IllegalArgumentException();
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            int from = first;
            for (int axis = sizes.size() - 1, rest = i; axis >= 0; axis--) {
                from += rest % sizes.get(axis) * steps.get(axis);
                rest /= sizes.get(axis);
            }
            values[i] = storage[from];
        }
        return new FloatArray(sizes, values);
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
