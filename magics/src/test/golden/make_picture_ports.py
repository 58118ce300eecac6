"""Reference values for PicturePortTests: models that read or make pictures.

    python make_picture_ports.py keras         writes ../resources/dev/lungo/port/keras/
    python make_picture_ports.py torch         writes ../resources/dev/lungo/port/torch/
    python make_picture_ports.py keras unet    writes one model anew

As make_ports.py, which says how, and with what; each pixel of a picture of classes has the class
(k + row + column) mod 3.
"""

import os
import sys

import numpy as np
from make_ports import EXAMPLES, asked, inputs, keras_port, targets, torch_port


def classes_of_pixels(height, width):
    k, row, column = np.meshgrid(np.arange(EXAMPLES), np.arange(height), np.arange(width),
                                 indexing="ij")
    return (k + row + column) % 3


def keras_models():
    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["JAX_PLATFORMS"] = "cpu"
    import keras
    from keras import layers as k
    from keras import optimizers as o

    def of(start, x):
        return keras.Model(start, k.Dense(3, activation="softmax")(k.GlobalAveragePooling2D()(x)))

    def unet():
        """Keras' example of segmentation, in the manner of Xception."""
        x = start = k.Input((8, 8, 3))
        x = k.Conv2D(4, 3, strides=2, padding="same")(x)
        x = k.Activation("relu")(k.BatchNormalization()(x))
        before = x
        x = k.Activation("relu")(x)
        x = k.BatchNormalization()(k.SeparableConv2D(5, 3, padding="same")(x))
        x = k.Activation("relu")(x)
        x = k.BatchNormalization()(k.SeparableConv2D(5, 3, padding="same")(x))
        x = k.MaxPooling2D(3, strides=2, padding="same")(x)
        x = k.add([x, k.Conv2D(5, 1, strides=2, padding="same")(before)])
        for filters in (5, 4):
            before = x
            for _ in range(2):
                x = k.Activation("relu")(x)
                x = k.BatchNormalization()(k.Conv2DTranspose(filters, 3, padding="same")(x))
            x = k.UpSampling2D(2)(x)
            shortcut = k.Conv2D(filters, 1, padding="same")(k.UpSampling2D(2)(before))
            x = k.add([x, shortcut])
        return keras.Model(start, k.Conv2D(3, 3, activation="softmax", padding="same")(x))

    def ronneberger():
        """The first U-Net: what goes across is cut to size."""
        start = k.Input((12, 12, 1))
        left = k.Conv2D(3, 3, activation="relu")(start)
        x = k.Conv2D(4, 3, activation="relu")(k.MaxPooling2D(2)(left))
        x = k.Conv2DTranspose(3, 2, strides=2)(x)
        x = k.Concatenate()([k.Cropping2D(2)(left), x])
        return keras.Model(start, k.Conv2D(3, 1, activation="softmax")(
            k.Conv2D(4, 3, activation="relu")(x)))

    def superresolution():
        """Keras' example: channels become pixels, as in TensorFlow's depth_to_space."""
        x = start = k.Input((5, 5, 1))
        x = k.Conv2D(4, 5, activation="relu", padding="same",
                     kernel_initializer="Orthogonal")(x)
        x = k.Conv2D(4, 3, activation="relu", padding="same")(x)
        x = k.Conv2D(8, 3, padding="same")(x)
        x = k.Reshape((5, 5, 2, 2, 2))(x)
        x = k.Reshape((10, 10, 2))(k.Permute((1, 3, 2, 4, 5))(x))
        return keras.Model(start, k.Conv2D(1, 1)(x))

    def convmixer():
        x = start = k.Input((8, 8, 3))
        x = k.Conv2D(5, 2, strides=2)(x)
        x = k.BatchNormalization()(k.Activation("gelu")(x))
        for _ in range(2):
            before = x
            x = k.DepthwiseConv2D(3, padding="same")(x)
            x = k.Add()([k.BatchNormalization()(k.Activation("gelu")(x)), before])
            x = k.BatchNormalization()(k.Activation("gelu")(k.Conv2D(5, 1)(x)))
        return of(start, x)

    def mlpmixer():
        x = start = k.Input((6, 5))
        for _ in range(2):
            y = k.Permute((2, 1))(k.LayerNormalization(epsilon=1e-6)(x))
            y = k.Dense(6)(k.Dense(8, activation="gelu")(y))
            x = k.Add()([x, k.Permute((2, 1))(y)])
            y = k.LayerNormalization(epsilon=1e-6)(x)
            x = k.Add()([x, k.Dense(5)(k.Dense(8, activation="gelu")(y))])
        x = k.GlobalAveragePooling1D()(x)
        return keras.Model(start, k.Dense(3, activation="softmax")(x))

    def efficientnet():
        """An inverted bottleneck that weighs its channels."""
        x = start = k.Input((8, 8, 3))
        x = k.Conv2D(4, 3, strides=2, padding="same", use_bias=False)(x)
        x = before = k.Activation("swish")(k.BatchNormalization()(x))
        x = k.Conv2D(8, 1, use_bias=False)(x)
        x = k.Activation("swish")(k.BatchNormalization()(x))
        x = k.DepthwiseConv2D(3, padding="same", use_bias=False)(x)
        x = k.Activation("swish")(k.BatchNormalization()(x))
        se = k.Reshape((1, 1, 8))(k.GlobalAveragePooling2D()(x))
        se = k.Conv2D(2, 1, activation="swish")(se)
        x = k.multiply([x, k.Conv2D(8, 1, activation="sigmoid")(se)])
        x = k.BatchNormalization()(k.Conv2D(4, 1, use_bias=False)(x))
        return of(start, k.add([x, before]))

    def densenet():
        x = start = k.Input((8, 8, 3))
        x = k.Conv2D(4, 3, padding="same", use_bias=False)(x)
        for _ in range(2):
            y = k.Activation("relu")(k.BatchNormalization(epsilon=1.001e-5)(x))
            y = k.Conv2D(6, 1, use_bias=False)(y)
            y = k.Activation("relu")(k.BatchNormalization(epsilon=1.001e-5)(y))
            x = k.Concatenate()([x, k.Conv2D(3, 3, padding="same", use_bias=False)(y)])
        x = k.Activation("relu")(k.BatchNormalization(epsilon=1.001e-5)(x))
        return of(start, k.AveragePooling2D(2, strides=2)(k.Conv2D(5, 1, use_bias=False)(x)))

    def transformer():
        """Keras' compact convolutional transformer: convolutions make the words, attention pools."""
        x = start = k.Input((8, 8, 3))
        x = k.ZeroPadding2D(1)(k.Conv2D(6, 3, padding="valid", use_bias=False,
                                        activation="relu")(k.ZeroPadding2D(1)(x)))
        x = k.MaxPooling2D(3, 2, padding="same")(x)
        x = k.Reshape((25, 6))(x)
        y = k.LayerNormalization(epsilon=1e-5)(x)
        x = k.Add()([k.MultiHeadAttention(2, 6, dropout=0.0)(y, y), x])
        y = k.LayerNormalization(epsilon=1e-5)(x)
        x = k.Add()([k.Dense(6, activation="gelu")(k.Dense(8, activation="gelu")(y)), x])
        x = k.LayerNormalization(epsilon=1e-5)(x)
        shares = k.Permute((2, 1))(k.Softmax(axis=1)(k.Dense(1)(x)))
        x = k.Reshape((6,))(keras.ops.matmul(shares, x))
        return keras.Model(start, k.Dense(3, activation="softmax")(x))

    def prelu():
        x = start = k.Input((6, 6, 3))
        x = k.PReLU(shared_axes=[1, 2])(k.Conv2D(4, 3)(x))
        x = k.PReLU()(k.Conv2D(4, 3)(x))
        return of(start, x)

    classes = "sparse_categorical_crossentropy"

    def named(shape):
        x = inputs(shape)
        return x, targets("classes", x), classes

    large = inputs((8, 8, 3))
    cases = {
        # Not RMSprop: the biases before the norms have no gradient, and it makes steps of their noise.
        "unet": (unet, large, classes_of_pixels(8, 8), classes, o.SGD(0.05)),
        "ronneberger": (ronneberger, inputs((12, 12, 1)), classes_of_pixels(4, 4), classes,
                        o.SGD(0.1, momentum=0.99)),
        "superresolution": (superresolution, inputs((5, 5, 1)), inputs((10, 10, 1)), "mse",
                            o.Adam(0.001)),
        "convmixer": (convmixer, *named((8, 8, 3)), o.AdamW(0.001, weight_decay=0.0001)),
        "mlpmixer": (mlpmixer, *named((6, 5)), o.Adam(0.005)),
        "efficientnet": (efficientnet, *named((8, 8, 3)), o.Adam(0.001)),
        "densenet": (densenet, *named((8, 8, 3)), o.SGD(0.1, momentum=0.9)),
        "compact_transformer": (transformer, *named((8, 8, 3)), o.AdamW(0.001)),
        "prelu": (prelu, *named((6, 6, 3)), o.Adam(0.01)),
    }
    for name, (build, x, y, loss, optimizer) in cases.items():
        if asked(name):
            keras.utils.set_random_seed(len(name))
            keras_port(name, build(), x, y, loss, optimizer)


def torch_models():
    import torch
    from torch import nn
    from torch.nn import functional as f

    torch.set_num_threads(1)

    def normed(channels, filters, size=1, stride=1, groups=1, padding=0):
        return [nn.Conv2d(channels, filters, size, stride, padding, groups=groups, bias=False),
                nn.BatchNorm2d(filters)]

    class SuperResolution(nn.Module):
        """PyTorch's example of super resolution."""
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(1, 4, 5, 1, 2)
            self.conv2 = nn.Conv2d(4, 4, 3, 1, 1)
            self.conv4 = nn.Conv2d(4, 8, 3, 1, 1)
            self.pixel_shuffle = nn.PixelShuffle(2)
            self.last = nn.Conv2d(2, 1, 1)

        def forward(self, x):
            x = f.relu(self.conv2(f.relu(self.conv1(x))))
            return self.last(self.pixel_shuffle(self.conv4(x)))

    class Fire(nn.Module):
        def __init__(self, channels, squeeze, expand):
            super().__init__()
            self.squeeze = nn.Conv2d(channels, squeeze, 1)
            self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
            self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)

        def forward(self, x):
            x = f.relu(self.squeeze(x))
            return torch.cat([f.relu(self.expand1x1(x)), f.relu(self.expand3x3(x))], 1)

    def squeezenet():
        return nn.Sequential(
            nn.Conv2d(3, 4, 3, stride=2), nn.ReLU(), nn.MaxPool2d(3, stride=2, ceil_mode=False),
            Fire(4, 2, 3), Fire(6, 2, 4), nn.Dropout(0.0), nn.Conv2d(8, 3, 1), nn.ReLU(),
            nn.AdaptiveAvgPool2d(1), nn.Flatten())

    class Inverted(nn.Module):
        """MobileNetV2's block."""
        def __init__(self, channels, filters, stride, expand):
            super().__init__()
            self.shortcut = stride == 1 and channels == filters
            wide = channels * expand
            self.conv = nn.Sequential(*normed(channels, wide), nn.ReLU6(),
                                      *normed(wide, wide, 3, stride, wide, 1), nn.ReLU6(),
                                      *normed(wide, filters))

        def forward(self, x):
            return x + self.conv(x) if self.shortcut else self.conv(x)

    def mobilenetv2():
        return nn.Sequential(
            *normed(3, 4, 3, 2, 1, 1), nn.ReLU6(), Inverted(4, 4, 1, 2), Inverted(4, 6, 2, 2),
            *normed(6, 8), nn.ReLU6(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 3))

    class Bottleneck(nn.Module):
        """ResNet-50's block."""
        def __init__(self, channels, width, stride):
            super().__init__()
            self.convs = nn.Sequential(*normed(channels, width), nn.ReLU(),
                                       *normed(width, width, 3, stride, 1, 1), nn.ReLU(),
                                       *normed(width, 4 * width))
            self.downsample = nn.Sequential(*normed(channels, 4 * width, 1, stride))

        def forward(self, x):
            return f.relu(self.convs(x) + self.downsample(x))

    def resnet50():
        return nn.Sequential(*normed(3, 4, 3, 1, 1, 1), nn.ReLU(), Bottleneck(4, 2, 2),
                             Bottleneck(8, 2, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                             nn.Linear(8, 3))

    class ShuffleUnit(nn.Module):
        """ShuffleNet's unit: groups of channels, woven into each other."""
        def __init__(self):
            super().__init__()
            self.first = nn.Sequential(*normed(6, 6, groups=2), nn.ReLU())
            self.second = nn.Sequential(*normed(6, 6, 3, 1, 6, 1), *normed(6, 6, groups=2))

        def forward(self, x):
            y = self.first(x)
            n, c, height, width = y.shape
            y = y.view(n, 2, c // 2, height, width).transpose(1, 2).reshape(n, c, height, width)
            return f.relu(x + self.second(y))

    def shufflenet():
        return nn.Sequential(*normed(3, 6, 3, 2, 1, 1), nn.ReLU(), ShuffleUnit(),
                             nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(6, 3))

    class Inception(nn.Module):
        """GoogLeNet's block."""
        def __init__(self):
            super().__init__()
            self.branch1 = nn.Sequential(nn.Conv2d(4, 2, 1), nn.ReLU())
            self.branch2 = nn.Sequential(nn.Conv2d(4, 2, 1), nn.ReLU(),
                                         nn.Conv2d(2, 3, 3, padding=1), nn.ReLU())
            self.branch3 = nn.Sequential(nn.Conv2d(4, 1, 1), nn.ReLU(),
                                         nn.Conv2d(1, 2, 5, padding=2), nn.ReLU())
            self.branch4 = nn.Sequential(nn.MaxPool2d(3, 1, 1), nn.Conv2d(4, 1, 1), nn.ReLU())

        def forward(self, x):
            return torch.cat([self.branch1(x), self.branch2(x), self.branch3(x), self.branch4(x)],
                             1)

    def googlenet():
        return nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), Inception(),
                             nn.MaxPool2d(2), nn.Flatten(), nn.Linear(128, 3))

    def dcgan():
        """The generator of PyTorch's example, with a picture to learn."""
        return nn.Sequential(
            nn.ConvTranspose2d(6, 8, 4, 1, 0, bias=False), nn.BatchNorm2d(8), nn.ReLU(),
            nn.ConvTranspose2d(8, 4, 4, 2, 1, bias=False), nn.BatchNorm2d(4), nn.ReLU(),
            nn.ConvTranspose2d(4, 1, 4, 2, 1, bias=False), nn.Tanh())

    def prelu():
        return nn.Sequential(nn.Conv2d(3, 4, 3), nn.PReLU(), nn.Conv2d(4, 4, 3), nn.PReLU(4),
                             nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 3))

    cross, o = f.cross_entropy, torch.optim

    def picture(*shape):
        return torch.tensor(inputs(shape)).permute(0, 3, 1, 2).contiguous()

    classes = torch.tensor(targets("classes", inputs((1,))))
    cases = {
        "superresolution": (SuperResolution, picture(5, 5, 1), picture(10, 10, 1), f.mse_loss,
                            lambda p: o.Adam(p, 0.001)),
        "squeezenet": (squeezenet, picture(12, 12, 3), classes, cross, lambda p: o.Adam(p, 0.01)),
        "mobilenetv2": (mobilenetv2, picture(8, 8, 3), classes, cross,
                        lambda p: o.SGD(p, 0.05, momentum=0.9, weight_decay=4e-5)),
        "resnet50": (resnet50, picture(8, 8, 3), classes, cross,
                     lambda p: o.SGD(p, 0.1, momentum=0.9, weight_decay=1e-4)),
        "shufflenet": (shufflenet, picture(8, 8, 3), classes, cross, lambda p: o.SGD(p, 0.1)),
        "googlenet": (googlenet, picture(8, 8, 3), classes, cross, lambda p: o.Adam(p, 0.001)),
        "dcgan": (dcgan, picture(1, 1, 6), picture(16, 16, 1), f.mse_loss,
                  lambda p: o.Adam(p, 0.001, betas=(0.5, 0.999))),
        "prelu": (prelu, picture(6, 6, 3), classes, cross, lambda p: o.SGD(p, 0.1)),
    }
    for name, (build, x, y, loss, optimizer) in cases.items():
        if asked(name):
            torch.manual_seed(len(name))
            torch_port(name, build(), [x], y, loss, optimizer, by_order=True)


if __name__ == "__main__":
    {"keras": keras_models, "torch": torch_models}[sys.argv[1]]()
