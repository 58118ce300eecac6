package dev.lungo.engine.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript file: a zip of stored entries with the module's object, its class text and
 * its tensors.
 *
 * <p>Python's {@code torch.jit.load} reads the same file. Format: PyTorch,
 * torch/csrc/jit/docs/serialization.md; the object is a pickle of protocol 2.
 */
final class ScriptArchive {
    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    private final List<ScriptTensor> tensors = new ArrayList<>();

    private ScriptArchive() {}

    /** Writes a module of class {@code __torch__.Net} whose attributes are {@code tensors}. */
    static void write(OutputStream out, Map<String, ScriptTensor> tensors, String source)
            throws IOException {
        ScriptArchive archive = new ScriptArchive();
        archive.module(tensors);
        ZipOutputStream zip = new ZipOutputStream(out);
        store(zip, "data.pkl", archive.pickle.toByteArray());
        store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
        store(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
        store(zip, "version", "10\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < archive.tensors.size(); i++) {
            store(zip, "data/" + i, archive.tensors.get(i).bytes());
        }
        zip.finish();
    }

    private void module(Map<String, ScriptTensor> attributes) {
        op(0x80, 2);
        global("__torch__", "Net");
        op(')', 0x81, '}', '(');
        string("training");
        op(0x88);
        attributes.forEach(
                (name, tensor) -> {
                    string(name);
                    tensor(tensor);
                });
        op('u', 'b', '.');
    }

    /**
     * A call of {@code torch._utils._rebuild_tensor_v2(storage, offset, sizes, strides,
     * requires_grad, hooks)}.
     */
    private void tensor(ScriptTensor tensor) {
        global("torch._utils", "_rebuild_tensor_v2");
        op('(', '(');
        string("storage");
        global("torch", "FloatStorage");
        string(String.valueOf(tensors.size()));
        string("cpu");
        number(tensor.values().length);
        op('t', 'Q');
        number(0);
        tuple(tensor.sizes());
        tuple(tensor.strides());
        op(tensor.trainable() ? 0x88 : 0x89);
        global("collections", "OrderedDict");
        op(')', 'R', 't', 'R');
        tensors.add(tensor);
    }

    private void tuple(long[] numbers) {
        op('(');
        for (long number : numbers) {
            number(Math.toIntExact(number));
        }
        op('t');
    }

    private void number(int value) {
        op('J');
        pickle.writeBytes(
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array());
    }

    private void string(String ascii) {
        op('X', ascii.length(), 0, 0, 0);
        pickle.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private void global(String module, String name) {
        op('c');
        pickle.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void op(int... bytes) {
        for (int b : bytes) {
            pickle.write(b);
        }
    }

    /** libtorch maps the file, so nothing may be compressed. */
    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry("net/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
