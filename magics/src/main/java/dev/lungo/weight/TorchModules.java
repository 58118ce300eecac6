package dev.lungo.weight;

import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.NormOperation;
import dev.lungo.graph.Operation;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Weight;
import dev.lungo.graph.WeightValue;
import dev.lungo.weight.TorchPart.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a model's layers are in PyTorch. Source: PyTorch 2.7, the parameters that the documentation
 * of torch.nn lists for each module.
 */
final class TorchModules {
    /** The two layers inside a bidirectional one. */
    private static final Pattern DIRECTION =
            Pattern.compile("(.*)\\.(forward|backward)(?:Lstm|Gru|SimpleRnn)");

    private TorchModules() {}

    /** The layers with weights, in the order of the model; shared ones once. */
    static List<TorchModule> of(Graph graph) {
        Map<String, Weight> weights =
                graph.weights().stream().collect(Collectors.toMap(Weight::name, w -> w));
        Map<String, TorchModule> modules = new LinkedHashMap<>();
        Set<Weight> seen = new HashSet<>();
        for (Node node : graph.nodes()) {
            List<TorchPart> parts =
                    own(node.operation(), graph).orElseGet(() -> parts(node.operation(), weights));
            if (!parts.isEmpty() && seen.add(parts.get(0).runs().get(0).weight())) {
                add(modules, module(parts.get(0).runs().get(0).weight(), weights), parts);
            }
        }
        return List.copyOf(modules.values());
    }

    /** The weights of a layer of the user's own, under the names that the user gave them. */
    private static Optional<List<TorchPart>> own(Operation operation, Graph graph) {
        Optional<Weight> first =
                operation instanceof WeightValue value
                        ? Optional.of(value.weight())
                        : operation instanceof Custom custom
                                ? custom.weights().stream().findFirst()
                                : Optional.empty();
        return first.map(
                one ->
                        graph.weights().stream()
                                .filter(weight -> layer(weight).equals(layer(one)))
                                .map(weight -> TorchPart.of(role(weight), weight))
                                .toList());
    }

    /** A module; the two directions of a recurrent layer are one in PyTorch. */
    private static void add(Map<String, TorchModule> modules, String layer, List<TorchPart> parts) {
        Matcher direction = DIRECTION.matcher(layer);
        if (!direction.matches()) {
            modules.put(layer, new TorchModule(layer, parts));
            return;
        }
        String ending = direction.group(2).equals("backward") ? "_reverse" : "";
        List<TorchPart> all = new ArrayList<>();
        if (modules.containsKey(direction.group(1))) {
            all.addAll(modules.get(direction.group(1)).parts());
        }
        parts.forEach(p -> all.add(new TorchPart(p.name() + ending, p.sizes(), p.runs())));
        modules.put(direction.group(1), new TorchModule(direction.group(1), all));
    }

    /** The layer that a weight belongs to; a separable convolution is two modules in PyTorch. */
    private static String module(Weight weight, Map<String, Weight> weights) {
        String layer = layer(weight);
        return weights.containsKey(layer + ".pointwiseKernel")
                ? weight.name().substring(0, weight.name().length() - "Kernel".length())
                : layer;
    }

    private static String layer(Weight weight) {
        return weight.name().substring(0, weight.name().lastIndexOf('.'));
    }

    private static String role(Weight weight) {
        return weight.name().substring(layer(weight).length() + 1);
    }

    private static List<TorchPart> parts(Operation operation, Map<String, Weight> weights) {
        if (operation instanceof Operation.Linear linear) {
            return switch (role(linear.kernel())) {
                case "queryKernel" -> attention(layer(linear.kernel()), weights);
                case "keyKernel", "valueKernel", "outputKernel" -> List.of();
                default -> kernel(linear.kernel(), linear.bias());
            };
        } else if (operation instanceof PictureOperation.Conv2d conv) {
            return kernel(conv.kernel(), conv.bias());
        } else if (operation instanceof PictureOperation.Conv2dTranspose conv) {
            return kernel(conv.kernel(), conv.bias());
        } else if (operation instanceof SequenceOperation.Conv1d conv) {
            return kernel(conv.kernel(), conv.bias());
        } else if (operation instanceof SequenceOperation.Conv1dTranspose conv) {
            return kernel(conv.kernel(), conv.bias());
        } else if (operation instanceof SequenceOperation.Embedding words) {
            return kernel(words.table(), Optional.empty());
        } else if (operation instanceof Operation.LearnedRelu relu) {
            return kernel(relu.slopes(), Optional.empty());
        } else if (operation instanceof SequenceOperation.AddRows add) {
            return kernel(add.rows(), Optional.empty());
        } else if (operation instanceof NormOperation.LayerNorm norm) {
            return kernel(norm.scale(), Optional.of(norm.shift()));
        } else if (operation instanceof NormOperation.BatchNorm norm) {
            return List.of(
                    TorchPart.of("weight", norm.scale()),
                    TorchPart.of("bias", norm.shift()),
                    TorchPart.of("running_mean", norm.mean()),
                    TorchPart.of("running_var", norm.variance()));
        } else if (operation instanceof SequenceOperation.Lstm lstm) {
            return recurrent(lstm.kernel(), lstm.recurrent(), lstm.bias(), List.of(0, 1, 2, 3));
        } else if (operation instanceof SequenceOperation.SimpleRnn rnn) {
            return recurrent(rnn.kernel(), rnn.recurrent(), rnn.bias(), List.of(0));
        } else if (operation instanceof NormOperation.GroupNorm norm) {
            return kernel(norm.scale(), Optional.of(norm.shift()));
        } else if (operation instanceof SequenceOperation.Gru gru) {
            // Torch has the reset gate first.
            return recurrent(gru.kernel(), gru.recurrent(), gru.bias(), List.of(1, 0, 2));
        }
        return List.of();
    }

    private static List<TorchPart> kernel(Weight kernel, Optional<Weight> bias) {
        List<TorchPart> parts = new ArrayList<>(List.of(TorchPart.of("weight", kernel)));
        bias.ifPresent(weight -> parts.add(TorchPart.of("bias", weight)));
        return parts;
    }

    /** Torch has one kernel for what asks, what is asked and what is given. */
    private static List<TorchPart> attention(String layer, Map<String, Weight> weights) {
        List<TorchPart> parts = new ArrayList<>();
        List<String> roles = List.of("query", "key", "value");
        parts.add(
                TorchPart.stacked(
                        "in_proj_weight",
                        roles.stream()
                                .map(role -> weights.get(layer + "." + role + "Kernel"))
                                .toList()));
        parts.add(TorchPart.of("out_proj.weight", weights.get(layer + ".outputKernel")));
        if (weights.containsKey(layer + ".outputBias")) {
            parts.add(
                    TorchPart.stacked(
                            "in_proj_bias",
                            roles.stream()
                                    .map(role -> weights.get(layer + "." + role + "Bias"))
                                    .toList()));
            parts.add(TorchPart.of("out_proj.bias", weights.get(layer + ".outputBias")));
        }
        return parts;
    }

    private static List<TorchPart> recurrent(
            Weight kernel, Weight recurrent, Optional<Weight> bias, List<Integer> gates) {
        List<TorchPart> parts = new ArrayList<>();
        parts.add(new TorchPart("weight_ih_l0", kernel.sizes(), gates(kernel, 0, gates)));
        parts.add(new TorchPart("weight_hh_l0", recurrent.sizes(), gates(recurrent, 0, gates)));
        if (bias.isPresent()) {
            Weight own = bias.get();
            boolean two = own.sizes().size() == 2;
            List<Integer> sizes = List.of(kernel.sizes().get(0));
            parts.add(new TorchPart("bias_ih_l0", sizes, gates(own, 0, gates)));
            parts.add(
                    new TorchPart("bias_hh_l0", sizes, gates(own, two ? sizes.get(0) : 0, gates)));
        }
        return parts;
    }

    /** The gates of a weight in this order; each bias of two by itself. */
    private static List<Run> gates(Weight weight, int first, List<Integer> order) {
        boolean two = weight.name().endsWith("bias") && weight.sizes().size() == 2;
        int size = weight.elements() / (two ? 2 : 1) / order.size();
        return order.stream().map(gate -> new Run(weight, first + gate * size, size)).toList();
    }

    /** Weights that no module of PyTorch has. */
    static List<String> unknown(Graph graph) {
        Set<String> known = new HashSet<>();
        of(graph).stream()
                .flatMap(module -> module.parts().stream())
                .flatMap(part -> part.runs().stream())
                .forEach(run -> known.add(run.weight().name()));
        return IntStream.range(0, graph.weights().size())
                .mapToObj(i -> graph.weights().get(i).name())
                .filter(name -> !known.contains(name))
                .toList();
    }
}
